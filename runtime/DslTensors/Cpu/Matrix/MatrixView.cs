using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslTensors.Cpu;

/// <summary>A matrix in memory with any strides.</summary>
internal readonly struct MatrixView<T>(T[] array, int offset, int rows, int columns, int rowStride, int columnStride)
    where T : unmanaged
{
    public T[] Array { get; } = array;

    public int Offset { get; } = offset;

    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    public int RowStride { get; } = rowStride;

    public int ColumnStride { get; } = columnStride;

    /// <summary>The first element.</summary>
    public ref T Origin => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Array), Offset);

    public T this[int row, int column] => Array[Offset + (row * RowStride) + (column * ColumnStride)];

    /// <summary>The matrix of the same form that lies so many elements further on.</summary>
    public MatrixView<T> MovedBy(int elements) => new(Array, Offset + elements, Rows, Columns, RowStride, ColumnStride);

    /// <summary>Rows and columns exchanged.</summary>
    public MatrixView<T> Transposed() => new(Array, Offset, Columns, Rows, ColumnStride, RowStride);

    /// <summary>All vectors along the last dimension of a tensor as rows; copied where a matrix can't be seen in it.</summary>
    public static MatrixView<T> OfRows(TensorView<T> view)
    {
        if (view.Rank == 2)
            return Of(view, view.Offset);
        var (dense, columns) = (view.Dense(), view.Sizes[^1]);
        return new(dense.Array, dense.Offset, columns == 0 ? 0 : view.Count / columns, columns, columns, 1);
    }

    /// <summary>The last two dimensions of a tensor, at an offset that the leading ones give.</summary>
    public static MatrixView<T> Of(TensorView<T> view, int offset) => new(
        view.Array, offset, view.Sizes[^2], view.Sizes[^1], view.Strides[^2], view.Strides[^1]);
}
