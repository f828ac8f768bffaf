using System.Numerics;
using System.Runtime.CompilerServices;

namespace DslTensors.Cpu;

/// <summary>The greatest element of each window and its index in the plane; NaN above all.</summary>
internal static class MaxPoolKernel
{
    public static void Run<T>(TensorView<T> input, TensorView<T> values, TensorView<long> indices, PoolWindows[] windows)
        where T : unmanaged, INumber<T>
    {
        if (windows.Length == 3)
        {
            VolumePoolKernel.Max(input, values, indices, windows);
            return;
        }

        var (from, to) = (Planes.Of(input.Sizes, windows.Length), Planes.Of(values.Sizes, windows.Length));
        var (rows, columns) = Planes.Windows(windows);
        if ((typeof(T) == typeof(float) || typeof(T) == typeof(double)) && Array.TrueForAll(windows, axis => axis.Length > 0))
        {
            MaxPoolPanels.Run(input, values, indices, from, rows, columns);
            return;
        }

        Parallelism.For(to.Count, Planes.Grain(from.Size + (4L * to.Size)), new Body<T>(input.Dense(), values, indices, from, to, rows, columns));
    }

    private readonly struct Body<T>(
        TensorView<T> input, TensorView<T> values, TensorView<long> indices, Planes source, Planes target, PoolWindows rows, PoolWindows columns) : IRangeBody
        where T : unmanaged, INumber<T>
    {
        public void Run(int from, int to)
        {
            for (var plane = from; plane < to; plane++)
            {
                ref var elements = ref input.Span[plane * source.Size];
                for (var row = 0; row < rows.Count; row++)
                {
                    var first = (plane * target.Size) + (row * columns.Count);
                    FillRow(ref elements, values.Span.Slice(first, columns.Count), indices.Span.Slice(first, columns.Count), row);
                }
            }
        }

        private void FillRow(ref T elements, Span<T> best, Span<long> places, int row)
        {
            var (firstRow, lastRow, rowStep) = (rows.From[row] * source.Columns, rows.To[row] * source.Columns, rows.Step * source.Columns);
            var (starts, ends, step) = (columns.From, columns.To, columns.Step);
            for (var column = 0; column < best.Length; column++)
            {
                var (start, end) = (starts[column], ends[column]);
                var at = firstRow + start;
                var greatest = Unsafe.Add(ref elements, at);
                for (var y = firstRow; y < lastRow; y += rowStep)
                {
                    for (var place = y + start; place < y + end; place += step)
                    {
                        // Without a branch, which on elements in no order would be guessed wrong every other time.
                        var candidate = Unsafe.Add(ref elements, place);
                        var isGreater = (candidate > greatest) | T.IsNaN(candidate);
                        at ^= (at ^ place) & -Unsafe.BitCast<bool, byte>(isGreater);
                        greatest = Unsafe.Add(ref elements, at);
                    }
                }

                (best[column], places[column]) = (greatest, at);
            }
        }
    }
}
