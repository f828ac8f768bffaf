using System.Runtime.InteropServices;

namespace DslTensors;

public abstract partial class Tensor
{
    /// <summary>
    /// A tensor over the elements of an array, not copied (PyTorch's <c>as_tensor</c>): each sees what is written to the other. Writes to the
    /// array are not counted in <see cref="Version"/>; make none between an operator and its backward.
    /// </summary>
    /// <param name="data">The elements in row-major order.</param>
    /// <param name="size">The size of each dimension; by default one dimension.</param>
    /// <exception cref="ShapeException">The sizes ask for another number of elements.</exception>
    public static Tensor<T> AsTensor<T>(T[] data, params ReadOnlySpan<int> size)
        where T : unmanaged => Over(data, 0, data.Length, size);

    /// <summary>A tensor over array-backed memory, not copied; see <see cref="AsTensor{T}(T[], ReadOnlySpan{int})"/>.</summary>
    /// <param name="data">The elements in row-major order.</param>
    /// <param name="size">The size of each dimension; by default one dimension.</param>
    /// <exception cref="ShapeException">The sizes ask for another number of elements.</exception>
    /// <exception cref="TensorException">The memory is not that of an array.</exception>
    public static Tensor<T> AsTensor<T>(Memory<T> data, params ReadOnlySpan<int> size)
        where T : unmanaged => MemoryMarshal.TryGetArray<T>(data, out var segment)
            ? Over(segment.Array!, segment.Offset, segment.Count, size)
            : throw new TensorException($"as_tensor: this memory of {data.Length} elements does not lie in an array. Copy it with Tensor.From(data.Span).");

    private static Tensor<T> Over<T>(T[] array, int offset, int count, ReadOnlySpan<int> size)
        where T : unmanaged
    {
        var storage = new Storage<T>(array) { IsShared = true };
        return new Tensor<T>(storage, LayoutOf(count, size), offset, storage);
    }
}
