using System.Runtime.InteropServices;

namespace DslTensors;

/// <summary>
/// A tensor as a CPU kernel sees it: an array, an offset, sizes and strides in elements. Stride 0 repeats an element (broadcast).
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="array">The memory.</param>
/// <param name="offset">Where the first element lies.</param>
/// <param name="layout">Sizes and strides.</param>
public readonly struct TensorView<T>(T[] array, int offset, StridedLayout layout)
    where T : unmanaged
{
    /// <summary>The memory.</summary>
    public T[] Array { get; } = array;

    /// <summary>Where the first element lies.</summary>
    public int Offset { get; } = offset;

    /// <summary>Sizes and strides.</summary>
    public StridedLayout Layout { get; } = layout;

    /// <summary>The size of each dimension; not to be written.</summary>
    public int[] Sizes => Layout.Sizes;

    /// <summary>The distance, in elements, between neighbours along each dimension; not to be written.</summary>
    public int[] Strides => Layout.Strides;

    /// <summary>The number of dimensions.</summary>
    public int Rank => Layout.Rank;

    /// <summary>The number of elements.</summary>
    public int Count => Layout.Count;

    /// <summary>Whether the elements lie one after the other in row-major order.</summary>
    public bool IsContiguous => Layout.IsContiguous;

    /// <summary>The elements of a contiguous view, in order.</summary>
    public Span<T> Span => Array.AsSpan(Offset, Count);

    /// <summary>An element of a vector.</summary>
    /// <param name="i">Its index; as in kernels everywhere, the sizes are the caller's to keep.</param>
    public ref T this[int i] => ref Array[Offset + (i * Strides[0])];

    /// <summary>An element of a matrix.</summary>
    /// <param name="i">The row.</param>
    /// <param name="j">The column.</param>
    public ref T this[int i, int j] => ref Array[Offset + (i * Strides[0]) + (j * Strides[1])];

    /// <summary>An element of a tensor with three dimensions.</summary>
    /// <param name="i">The index along the first.</param>
    /// <param name="j">The index along the second.</param>
    /// <param name="k">The index along the third.</param>
    public ref T this[int i, int j, int k] => ref Array[Offset + (i * Strides[0]) + (j * Strides[1]) + (k * Strides[2])];

    /// <summary>This view if it is contiguous, otherwise a contiguous copy of it.</summary>
    public TensorView<T> Dense() => IsContiguous ? this : Copy();

    /// <summary>A contiguous copy in memory of its own, which no pool takes back.</summary>
    internal TensorView<T> Copy()
    {
        var copy = new TensorView<T>(GC.AllocateUninitializedArray<T>(Count), 0, Layout.ToContiguous());
        StridedCopy.Run(this, copy);
        return copy;
    }

    /// <summary>The first element; kernels index from it with strides.</summary>
    public ref T Origin => ref System.Runtime.CompilerServices.Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Array), Offset);
}
