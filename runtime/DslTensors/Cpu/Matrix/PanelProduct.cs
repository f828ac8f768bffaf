using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>
/// A large matrix product. The right matrix is packed into panels two vectors wide, the left one into panels as high as the
/// register tile, so that the innermost loop reads both straight through (Goto and van de Geijn, 2008).
/// </summary>
internal static partial class PanelProduct<L, T>
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
                Parallelism.For(panels, grain == 1 ? 4 : grain, new PackRight(right, from, count, column, columns, packedRight, 0));
                RunRows(new RowBlocks(left, result, packedRight, 0, from, count, column, columns, tileRows, RowBlock), result.Rows, tileRows, grain);
            }
        }

        ArrayPool<T>.Shared.Return(packedRight);
    }

    // Fewer blocks than threads are made smaller.
    private static void RunRows(RowBlocks blocks, int rows, int tileRows, int grain)
    {
        var height = (rows + RowBlock - 1) / RowBlock < Parallelism.Threads && grain == 1
            ? Math.Max(tileRows, RoundUp((rows + Parallelism.Threads - 1) / Parallelism.Threads, tileRows))
            : RowBlock;
        Parallelism.For((rows + height - 1) / height, grain, blocks with { RowBlock = height });
    }

    private static int RoundUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;

    private readonly struct RowBlocks(
        MatrixView<T> left, MatrixView<T> result, T[] packedRight, int offset, int from, int count, int column, int columns, int tileRows, int rowBlock) : IRangeBody
    {
        public int RowBlock { private get; init; } = rowBlock;

        public void Run(int fromBlock, int toBlock)
        {
            var packedLeft = ArrayPool<T>.Shared.Rent(RoundUp(RowBlock, tileRows) * count);
            for (var block = fromBlock; block < toBlock; block++)
            {
                var row = block * RowBlock;
                var rows = Math.Min(RowBlock, result.Rows - row);
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
                if (left.ColumnStride == 1)
                {
                    ref var source = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(left.Array), left.Offset + ((row + panel) * left.RowStride) + from);
                    if (used < tileRows)
                        target.Clear();
                    TransposedBlock.Copy(ref source, left.RowStride, ref target[0], tileRows, used, count);
                    continue;
                }

                if (left.RowStride == 1 && used == tileRows)
                {
                    for (var i = 0; i < count; i++)
                        left.Array.AsSpan(left.Offset + row + panel + ((from + i) * left.ColumnStride), tileRows).CopyTo(target[(i * tileRows)..]);
                    continue;
                }

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
                ref var b = ref packedRight[offset + (panelColumn * count)];
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
