using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>
/// A large matrix product. The right matrix is packed into panels two vectors wide, the left one into panels as high as the
/// register tile, so that the innermost loop reads both straight through (Goto and van de Geijn, 2008).
/// </summary>
internal static class PanelProduct<L, T>
    where L : struct, IMemoryLane<L, T>
    where T : unmanaged
{
    // A panel of the left block stays in the second-level cache, one of the right block in the first.
    private const int DepthBlock = 256;
    private const int RowBlock = 96;
    private const int ColumnBlock = 2048;

    public static void Run(MatrixView<T> left, MatrixView<T> right, MatrixView<T> result, int tileRows, long work)
    {
        var tileColumns = 2 * L.Width;
        var depth = left.Columns;
        var packedRight = ArrayPool<T>.Shared.Rent(Math.Min(DepthBlock, depth) * RoundUp(Math.Min(ColumnBlock, result.Columns), tileColumns));
        for (var column = 0; column < result.Columns; column += ColumnBlock)
        {
            var columns = Math.Min(ColumnBlock, result.Columns - column);
            for (var from = 0; from < depth; from += DepthBlock)
            {
                var count = Math.Min(DepthBlock, depth - from);
                var panels = (columns + tileColumns - 1) / tileColumns;
                var grain = work < 1 << 20 ? int.MaxValue : 1;
                Parallelism.For(panels, grain == 1 ? 4 : grain, new PackRight(right, from, count, column, columns, packedRight));
                var blocks = (result.Rows + RowBlock - 1) / RowBlock;
                if (blocks < Parallelism.Threads && grain == 1)
                    RunRows(left, result, packedRight, from, count, column, columns, tileRows, Math.Max(tileRows, RoundUp((result.Rows + Parallelism.Threads - 1) / Parallelism.Threads, tileRows)), grain);
                else
                    RunRows(left, result, packedRight, from, count, column, columns, tileRows, RowBlock, grain);
            }
        }

        ArrayPool<T>.Shared.Return(packedRight);
    }

    private static void RunRows(MatrixView<T> left, MatrixView<T> result, T[] packedRight, int from, int count, int column, int columns, int tileRows, int rowBlock, int grain)
    {
        var blocks = (result.Rows + rowBlock - 1) / rowBlock;
        Parallelism.For(blocks, grain, new RowBlocks(left, result, packedRight, from, count, column, columns, tileRows, rowBlock));
    }

    private static int RoundUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;

    private readonly struct PackRight(MatrixView<T> right, int from, int count, int column, int columns, T[] target) : IRangeBody
    {
        public void Run(int fromPanel, int toPanel)
        {
            var width = 2 * L.Width;
            for (var panel = fromPanel; panel < toPanel; panel++)
            {
                var first = panel * width;
                var used = Math.Min(width, columns - first);
                var packed = target.AsSpan(panel * width * count, width * count);
                for (var i = 0; i < count; i++)
                {
                    var row = packed.Slice(i * width, width);
                    var start = right.Offset + ((from + i) * right.RowStride) + ((column + first) * right.ColumnStride);
                    if (right.ColumnStride == 1)
                    {
                        right.Array.AsSpan(start, used).CopyTo(row);
                    }
                    else
                    {
                        for (var j = 0; j < used; j++)
                            row[j] = right.Array[start + (j * right.ColumnStride)];
                    }

                    row[used..].Clear();
                }
            }
        }
    }

    private readonly struct RowBlocks(MatrixView<T> left, MatrixView<T> result, T[] packedRight, int from, int count, int column, int columns, int tileRows, int rowBlock) : IRangeBody
    {
        public void Run(int fromBlock, int toBlock)
        {
            var packedLeft = ArrayPool<T>.Shared.Rent(RoundUp(rowBlock, tileRows) * count);
            for (var block = fromBlock; block < toBlock; block++)
            {
                var row = block * rowBlock;
                var rows = Math.Min(rowBlock, result.Rows - row);
                PackLeft(packedLeft, row, rows);
                Multiply(packedLeft, row, rows);
            }

            ArrayPool<T>.Shared.Return(packedLeft);
        }

        private void PackLeft(T[] packed, int row, int rows)
        {
            for (var panel = 0; panel < rows; panel += tileRows)
            {
                var used = Math.Min(tileRows, rows - panel);
                var target = packed.AsSpan(panel * count, tileRows * count);
                for (var j = 0; j < tileRows; j++)
                {
                    if (j >= used)
                    {
                        for (var i = 0; i < count; i++)
                            target[(i * tileRows) + j] = default;
                        continue;
                    }

                    var start = left.Offset + ((row + panel + j) * left.RowStride) + (from * left.ColumnStride);
                    for (var i = 0; i < count; i++)
                        target[(i * tileRows) + j] = left.Array[start + (i * left.ColumnStride)];
                }
            }
        }

        private void Multiply(T[] packedLeft, int row, int rows)
        {
            var width = 2 * L.Width;
            var tile = new TileTarget(result.RowStride, IsFirst: from == 0);
            ref var c = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(result.Array), result.Offset + (row * result.RowStride) + column);
            for (var panelColumn = 0; panelColumn < columns; panelColumn += width)
            {
                ref var b = ref packedRight[panelColumn * count];
                for (var panelRow = 0; panelRow < rows; panelRow += tileRows)
                {
                    ref var a = ref packedLeft[panelRow * count];
                    ref var target = ref Unsafe.Add(ref c, (panelRow * result.RowStride) + panelColumn);
                    var usedRows = Math.Min(tileRows, rows - panelRow);
                    var usedColumns = Math.Min(width, columns - panelColumn);
                    if (tileRows == 8)
                        RegisterTile<L, T>.Run8(ref a, ref b, count, ref target, tile, usedRows, usedColumns);
                    else
                        RegisterTile<L, T>.Run4(ref a, ref b, count, ref target, tile, usedRows, usedColumns);
                }
            }
        }
    }
}
