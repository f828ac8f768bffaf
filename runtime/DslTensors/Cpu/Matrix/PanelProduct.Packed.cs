namespace DslTensors.Cpu;

/// <summary>Products that share a right matrix, packed as a whole.</summary>
internal static partial class PanelProduct<L, T>
{
    /// <summary>The elements that <see cref="Pack"/> fills.</summary>
    public static int PackedLength(MatrixView<T> right) => right.Rows * RoundUp(right.Columns, 2 * L.Width);

    /// <summary>Packs a right matrix as a whole, for several products.</summary>
    public static void Pack(MatrixView<T> right, T[] packed)
    {
        for (var column = 0; column < right.Columns; column += ColumnBlock)
        {
            var columns = Math.Min(ColumnBlock, right.Columns - column);
            for (var from = 0; from < right.Rows; from += DepthBlock)
            {
                var count = Math.Min(DepthBlock, right.Rows - from);
                new PackRight(right, from, count, column, columns, packed, PackedOffset(right.Rows, column, columns, from)).Run(0, (columns + (2 * L.Width) - 1) / (2 * L.Width));
            }
        }
    }

    /// <summary>The product with a packed matrix.</summary>
    public static void RunPacked(MatrixView<T> left, T[] packed, MatrixView<T> result, int tileRows)
    {
        var grain = (long)result.Rows * result.Columns * left.Columns < 1 << 20 ? int.MaxValue : 1;
        for (var column = 0; column < result.Columns; column += ColumnBlock)
        {
            var columns = Math.Min(ColumnBlock, result.Columns - column);
            for (var from = 0; from < left.Columns; from += DepthBlock)
            {
                var count = Math.Min(DepthBlock, left.Columns - from);
                var offset = PackedOffset(left.Columns, column, columns, from);
                RunRows(new RowBlocks(left, result, packed, offset, from, count, column, columns, tileRows, RowBlock), result.Rows, tileRows, grain);
            }
        }
    }

    private static int PackedOffset(int depth, int column, int columns, int from) => (column * depth) + (from * RoundUp(columns, 2 * L.Width));
}
