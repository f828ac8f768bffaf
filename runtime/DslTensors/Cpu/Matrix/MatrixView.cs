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

    public T this[int row, int column] => Array[Offset + (row * RowStride) + (column * ColumnStride)];

    /// <summary>The last two dimensions of a tensor, at an offset that the leading ones give.</summary>
    public static MatrixView<T> Of(TensorView<T> view, int offset) => new(
        view.Array, offset, view.Sizes[^2], view.Sizes[^1], view.Strides[^2], view.Strides[^1]);
}
