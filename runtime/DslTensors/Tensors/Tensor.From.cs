using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
        var layout = LayoutOf(data.Length, size);
        var tensor = Tensor<T>.Allocate(Device.Cpu, layout);
        data.CopyTo(tensor.AsView().Span);
        GC.KeepAlive(tensor);
        return tensor;
    }

    /// <inheritdoc cref="From{T}(ReadOnlySpan{T}, ReadOnlySpan{int})"/>
    public static Tensor<T> From<T>(T[] data, params ReadOnlySpan<int> size)
        where T : unmanaged => From((ReadOnlySpan<T>)data, size);

    /// <summary>A tensor of one dimension with the elements of a list or a query, copied.</summary>
    [OverloadResolutionPriority(-1)]
    public static Tensor<T> From<T>(IEnumerable<T> data)
        where T : unmanaged => From(data.ToArray());

    /// <summary>A tensor of rank 0 that holds one element (PyTorch's <c>tensor(3.5)</c>).</summary>
    public static Tensor<T> From<T>(T element)
        where T : unmanaged => From(new ReadOnlySpan<T>(in element)).ReshapeToScalar();

    /// <summary>A matrix of given rows, copied.</summary>
    public static Tensor<T> From<T>(T[,] data)
        where T : unmanaged => FromArray<T>(data);

    /// <summary>A tensor of the elements and sizes of an array, copied.</summary>
    public static Tensor<T> From<T>(T[,,] data)
        where T : unmanaged => FromArray<T>(data);

    /// <inheritdoc cref="From{T}(T[,,])"/>
    public static Tensor<T> From<T>(T[,,,] data)
        where T : unmanaged => FromArray<T>(data);

    /// <inheritdoc cref="From{T}(T[,,])"/>
    public static Tensor<T> From<T>(T[,,,,] data)
        where T : unmanaged => FromArray<T>(data);

    /// <summary>A matrix of given rows, copied.</summary>
    /// <exception cref="ShapeException">The rows differ in length.</exception>
    [OverloadResolutionPriority(-1)]
    public static Tensor<T> From<T>(T[][] data)
        where T : unmanaged
    {
        var length = data.Length == 0 ? 0 : data[0].Length;
        var elements = new T[data.Length * length];
        for (var i = 0; i < data.Length; i++)
        {
            if (data[i].Length != length)
                throw new ShapeException($"expected sequence of length {length} at dim 1 (got {data[i].Length}): row {i} differs from row 0. Rows of a tensor are of one length.");
            data[i].CopyTo(elements, i * length);
        }

        return From(elements, data.Length, length);
    }

    /// <summary>A tensor of rank 3 of given matrices, each of given rows, copied.</summary>
    /// <exception cref="ShapeException">The matrices differ in shape, or rows in length.</exception>
    [OverloadResolutionPriority(-1)]
    public static Tensor<T> From<T>(T[][][] data)
        where T : unmanaged
    {
        if (data.Length == 0)
            return Tensor<T>.Allocate(Device.Cpu, StridedLayout.Contiguous(0, 0, 0));
        var matrices = Array.ConvertAll(data, matrix => From(matrix));
        if (Array.FindIndex(matrices, matrix => !matrix.Layout.SameSizes(matrices[0].Layout)) is > 0 and var other)
            throw new ShapeException($"expected sequence of length {matrices[0].Shape[0]} at dim 1 (got {matrices[other].Shape[0]}): matrix {other} has shape {matrices[other].Shape}, matrix 0 {matrices[0].Shape}.");
        return Tensor.Stack<T>(matrices);
    }

    private static Tensor<T> FromArray<T>(Array data)
        where T : unmanaged
    {
        var elements = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(data)), data.Length);
        return From(elements, [.. Enumerable.Range(0, data.Rank).Select(data.GetLength)]);
    }

    private static StridedLayout LayoutOf(int count, ReadOnlySpan<int> size)
    {
        var layout = size.Length == 0 ? StridedLayout.Contiguous(count) : StridedLayout.Contiguous(size);
        return layout.Count == count ? layout : throw new ShapeException(
            $"shape '{Shape.Format(size)}' is invalid for input of size {count}. The product of the sizes must be the number of elements.");
    }
}
