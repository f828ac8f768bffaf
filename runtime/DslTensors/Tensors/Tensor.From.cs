namespace DslTensors;

public abstract partial class Tensor
{
    /// <summary>A tensor of given elements in row-major order, copied (PyTorch's <c>tensor</c>).</summary>
    /// <param name="data">The elements.</param>
    /// <param name="size">The size of each dimension; by default one dimension.</param>
    /// <exception cref="ShapeException">The sizes ask for another number of elements.</exception>
    public static Tensor<T> From<T>(ReadOnlySpan<T> data, params ReadOnlySpan<int> size)
        where T : unmanaged
    {
        var layout = size.Length == 0 ? StridedLayout.Contiguous(data.Length) : StridedLayout.Contiguous(size);
        if (layout.Count != data.Length)
            throw new ShapeException($"shape '{Shape.Format(size)}' is invalid for input of size {data.Length}. The product of the sizes must be the number of elements.");
        var tensor = Tensor<T>.Allocate(Device.Cpu, layout);
        data.CopyTo(tensor.AsView().Span);
        GC.KeepAlive(tensor);
        return tensor;
    }

    /// <inheritdoc cref="From{T}(ReadOnlySpan{T}, ReadOnlySpan{int})"/>
    public static Tensor<T> From<T>(T[] data, params ReadOnlySpan<int> size)
        where T : unmanaged => From((ReadOnlySpan<T>)data, size);

    /// <summary>A tensor of rank 0 that holds one element (PyTorch's <c>tensor(3.5)</c>).</summary>
    public static Tensor<T> From<T>(T element)
        where T : unmanaged => From(new ReadOnlySpan<T>(in element)).ReshapeToScalar();

    /// <summary>A matrix of given rows, copied.</summary>
    public static Tensor<T> From<T>(T[,] rows)
        where T : unmanaged
    {
        var elements = System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(
            ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(rows)), rows.Length);
        return From(elements, rows.GetLength(0), rows.GetLength(1));
    }
}
