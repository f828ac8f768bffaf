using System.Numerics;

namespace DslTensors.Cpu;

/// <summary>The greatest element of each window and its index in the plane; NaN above all.</summary>
internal static class MaxPoolKernel
{
    public static void Run<T>(TensorView<T> input, TensorView<T> values, TensorView<long> indices, PoolWindows[] windows)
        where T : unmanaged, INumber<T>
    {
        var (from, to) = (Planes.Of(input.Sizes, windows.Length), Planes.Of(values.Sizes, windows.Length));
        var (rows, columns) = Planes.Windows(windows);
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
                var elements = input.Span.Slice(plane * source.Size, source.Size);
                var best = values.Span.Slice(plane * target.Size, target.Size);
                var places = indices.Span.Slice(plane * target.Size, target.Size);
                for (var row = 0; row < rows.Count; row++)
                    FillRow(elements, best.Slice(row * columns.Count, columns.Count), places.Slice(row * columns.Count, columns.Count), row);
            }
        }

        private void FillRow(ReadOnlySpan<T> elements, Span<T> best, Span<long> places, int row)
        {
            for (var column = 0; column < best.Length; column++)
            {
                var at = (rows.From[row] * source.Columns) + columns.From[column];
                var greatest = elements[at];
                for (var y = rows.From[row]; y < rows.To[row]; y += rows.Step)
                {
                    for (var x = columns.From[column]; x < columns.To[column]; x += columns.Step)
                    {
                        var candidate = elements[(y * source.Columns) + x];
                        if (candidate > greatest || T.IsNaN(candidate))
                            (greatest, at) = (candidate, (y * source.Columns) + x);
                    }
                }

                (best[column], places[column]) = (greatest, at);
            }
        }
    }
}
