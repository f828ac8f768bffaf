using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>Computes products of <see cref="IndexedOperands{T}"/> with the widest vectors there are.</summary>
internal static class IndexedProduct
{
    public static void Run<T>(IndexedOperands<T> operands)
        where T : unmanaged
    {
        var isReal = typeof(T) == typeof(float) || typeof(T) == typeof(double);
        if (isReal && Vector512.IsHardwareAccelerated)
            IndexedProduct<Lane512<T>, T>.Run(operands, operands.Rows <= 4 ? 4 : 8);
        else if (isReal && Vector256.IsHardwareAccelerated)
            IndexedProduct<Lane256<T>, T>.Run(operands, 4);
        else if (isReal && Vector128.IsHardwareAccelerated)
            IndexedProduct<Lane128<T>, T>.Run(operands, 4);
        else
            IndexedProduct<ScalarLane<T>, T>.Run(operands, 4);
    }
}

/// <summary>
/// A matrix product that packs its right matrix panel by panel from where the elements lie; see <see cref="PanelProduct{L, T}"/>,
/// whose register tile it shares.
/// </summary>
internal static class IndexedProduct<L, T>
    where L : struct, IMemoryLane<L, T>
    where T : unmanaged
{
    // A panel of so many rows stays in the first-level cache.
    private const int DepthBlock = 256;

    // About 20 microseconds.
    private const long CyclesPerPart = 60_000;

    private static int Width => 2 * L.Width;

    public static void Run(IndexedOperands<T> operands, int tileRows)
    {
        var depth = operands.Depth.Count;
        var tiles = (operands.Rows + tileRows - 1) / tileRows;
        var panels = (operands.Columns.Count + Width - 1) / Width;
        var left = ArrayPool<T>.Shared.Rent(operands.Groups * tiles * tileRows * depth);
        Parallelism.For(operands.Groups * tiles, Grain((long)depth * tileRows), new LeftTiles(operands, tileRows, left));
        var cycles = ((long)depth * Width) + (2L * tiles * tileRows * depth) + (Width * (long)operands.Rows);
        Parallelism.For(operands.Chunks * operands.Groups * panels, Grain(cycles / operands.Chunks), new Panels(operands, tileRows, left));
        ArrayPool<T>.Shared.Return(left);
    }

    private static int Grain(long cycles) => (int)Math.Max(1, CyclesPerPart / Math.Max(1, cycles));

    private readonly struct LeftTiles(IndexedOperands<T> operands, int tileRows, T[] target) : IRangeBody
    {
        public void Run(int from, int to)
        {
            var depth = operands.LeftDepth.Count;
            var tiles = (operands.Rows + tileRows - 1) / tileRows;
            Span<int> places = stackalloc int[DepthBlock];
            Span<int> rows = stackalloc int[tileRows];
            for (var unit = from; unit < to; unit++)
            {
                var (group, tile) = Math.DivRem(unit, tiles);

                // What stands in rows beyond the last is never written to the result.
                for (var j = 0; j < tileRows; j++)
                    rows[j] = Math.Min((tile * tileRows) + j, operands.Rows - 1) * operands.LeftRowStride;
                ref var source = ref Unsafe.Add(ref operands.Left[0], operands.LeftOffset + (group * operands.LeftGroupStride));
                for (var block = 0; block < depth; block += DepthBlock)
                {
                    var part = places[..Math.Min(DepthBlock, depth - block)];
                    operands.LeftDepth.Fill(block, part);
                    WindowPacking<L, T>.Pack(ref source, part, rows, ref target[((unit * depth) + block) * tileRows], tileRows);
                }
            }
        }
    }

    private readonly struct Panels(IndexedOperands<T> operands, int tileRows, T[] left) : IRangeBody
    {
        public void Run(int from, int to)
        {
            var panels = (operands.Columns.Count + Width - 1) / Width;
            var tiles = (operands.Rows + tileRows - 1) / tileRows;
            var packed = ArrayPool<T>.Shared.Rent(Math.Min(DepthBlock, operands.Depth.Count) * Width);
            var gathered = ArrayPool<T>.Shared.Rent(tiles * tileRows * Width);
            for (var unit = from; unit < to; unit++)
            {
                var (part, panel) = Math.DivRem(unit, panels);
                var (chunk, group) = Math.DivRem(part, operands.Groups);
                Run(chunk, group, panel, packed, gathered);
            }

            ArrayPool<T>.Shared.Return(packed);
            ArrayPool<T>.Shared.Return(gathered);
        }

        private void Run(int chunk, int group, int panel, T[] packed, T[] gathered)
        {
            Span<int> columns = stackalloc int[Width];
            Span<int> targets = stackalloc int[Width];
            var used = Math.Min(Width, operands.Columns.Count - (panel * Width));
            operands.Columns.Fill(panel * Width, columns[..used]);
            targets = targets[..used];
            operands.Targets.Fill(panel * Width, targets);

            // Columns that are neighbours in the result are written there at once.
            var isDirect = WindowPacking<L, T>.IsRun(targets);
            var start = operands.ResultOffset + (group * operands.ResultGroupStride) + (chunk * operands.ResultChunkStride);
            var stride = isDirect ? operands.ResultRowStride : Width;
            ref var target = ref isDirect ? ref operands.Result[start + targets[0]] : ref gathered[0];
            if (operands.Bias is { } bias)
                FillRows(ref target, stride, isDirect ? used : Width, bias.AsSpan(group * operands.Rows, operands.Rows));
            Multiply(chunk, group, columns[..used], packed, ref target, stride, isDirect ? used : Width, isDirect);
            if (!isDirect)
                Scatter(gathered, targets, start);
        }

        private void Multiply(int chunk, int group, ReadOnlySpan<int> columns, T[] packed, ref T target, int stride, int used, bool isDirect)
        {
            var depth = operands.Depth.Count;
            var tiles = (operands.Rows + tileRows - 1) / tileRows;
            var (first, last) = ((int)((long)depth * chunk / operands.Chunks), (int)((long)depth * (chunk + 1) / operands.Chunks));
            Span<int> places = stackalloc int[DepthBlock];
            ref var source = ref Unsafe.Add(ref operands.Source[0], operands.SourceOffset + (group * operands.SourceGroupStride));
            for (var block = first; block < last; block += DepthBlock)
            {
                var part = places[..Math.Min(DepthBlock, last - block)];
                operands.Depth.Fill(block, part);
                WindowPacking<L, T>.Pack(ref source, part, columns, ref packed[0], Width);
                var write = new TileTarget(stride, IsFirst: block == first && operands.Bias is null);
                for (var tile = 0; tile < tiles; tile++)
                {
                    ref var a = ref left[(((((group * tiles) + tile) * depth) + block) * tileRows)];
                    ref var c = ref Unsafe.Add(ref target, tile * tileRows * stride);
                    var rows = isDirect ? Math.Min(tileRows, operands.Rows - (tile * tileRows)) : tileRows;
                    if (tileRows == 8)
                        RegisterTile<L, T>.Run8(ref a, ref packed[0], part.Length, ref c, write, rows, used);
                    else
                        RegisterTile<L, T>.Run4(ref a, ref packed[0], part.Length, ref c, write, rows, used);
                }
            }
        }

        private static void FillRows(ref T target, int stride, int count, ReadOnlySpan<T> values)
        {
            for (var row = 0; row < values.Length; row++)
                System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref Unsafe.Add(ref target, row * stride), count).Fill(values[row]);
        }

        private void Scatter(T[] gathered, ReadOnlySpan<int> targets, int start)
        {
            var end = 0;
            for (var j = 0; j < targets.Length; j = end)
            {
                end = j + 1;
                while (end < targets.Length && targets[end] == targets[end - 1] + 1)
                    end++;
                for (var row = 0; row < operands.Rows; row++)
                {
                    var to = start + (row * operands.ResultRowStride) + targets[j];
                    if (end == j + 1)
                        operands.Result[to] = gathered[(row * Width) + j];
                    else
                        gathered.AsSpan((row * Width) + j, end - j).CopyTo(operands.Result.AsSpan(to));
                }
            }
        }
    }
}
