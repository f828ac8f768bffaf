using System.Numerics;

namespace DslTensors.Cpu;

/// <summary>The average of each window, and its adjoint, which shares out what is given for each window among the window's elements.</summary>
internal static class AveragePoolKernel
{
    /// <summary>Fills the result with the averages.</summary>
    public static void Run<T>(TensorView<T> input, TensorView<T> result, PoolWindows[] windows, bool countsPadding, int? divisor)
        where T : unmanaged, INumber<T>
    {
        if (windows.Length == 3)
        {
            VolumePoolKernel.Average(input, result, windows, countsPadding, divisor, isAdjoint: false);
            return;
        }

        var (large, small) = (Planes.Of(input.Sizes, windows.Length), Planes.Of(result.Sizes, windows.Length));
        var grid = new Grid(large, small, windows, countsPadding, divisor);
        Parallelism.For(small.Count, Planes.Grain(large.Size + small.Size), new Average<T>(input.Dense(), result, grid));
    }

    /// <summary>Fills the result, of the size of the pooling's input, with the shares.</summary>
    public static void Spread<T>(TensorView<T> grad, TensorView<T> result, PoolWindows[] windows, bool countsPadding, int? divisor)
        where T : unmanaged, INumber<T>
    {
        if (windows.Length == 3)
        {
            VolumePoolKernel.Average(grad, result, windows, countsPadding, divisor, isAdjoint: true);
            return;
        }

        var (large, small) = (Planes.Of(result.Sizes, windows.Length), Planes.Of(grad.Sizes, windows.Length));
        if (small.Count == 0)
            result.Span.Clear();
        var grid = new Grid(large, small, windows, countsPadding, divisor);
        Parallelism.For(small.Count, Planes.Grain(large.Size + small.Size), new Shares<T>(grad.Dense(), result, grid));
    }

    private sealed class Grid(Planes large, Planes small, PoolWindows[] windows, bool countsPadding, int? divisor)
    {
        public Planes Large { get; } = large;

        public Planes Small { get; } = small;

        public PoolWindows Rows { get; } = Planes.Windows(windows).Rows;

        public PoolWindows Columns { get; } = Planes.Windows(windows).Columns;

        public int Divisor(int row, int column) => divisor
            ?? (countsPadding ? Rows.Sizes[row] * Columns.Sizes[column] : (Rows.To[row] - Rows.From[row]) * (Columns.To[column] - Columns.From[column]));
    }

    // Columns are summed first, as vectors, and windows then within one row.
    private readonly struct Average<T>(TensorView<T> input, TensorView<T> result, Grid grid) : IRangeBody
        where T : unmanaged, INumber<T>
    {
        public void Run(int from, int to)
        {
            var (rows, columns) = (grid.Rows, grid.Columns);
            var sums = new T[grid.Large.Columns];
            for (var plane = from; plane < to; plane++)
            {
                var elements = input.Span.Slice(plane * grid.Large.Size, grid.Large.Size);
                for (var row = 0; row < rows.Count; row++)
                {
                    elements.Slice(rows.From[row] * sums.Length, sums.Length).CopyTo(sums);
                    for (var y = rows.From[row] + 1; y < rows.To[row]; y++)
                        RowSum.Add(elements.Slice(y * sums.Length, sums.Length), sums);
                    var averages = result.Span.Slice((plane * grid.Small.Size) + (row * columns.Count), columns.Count);
                    for (var column = 0; column < averages.Length; column++)
                    {
                        var sum = T.Zero;
                        for (var x = columns.From[column]; x < columns.To[column]; x++)
                            sum += sums[x];
                        averages[column] = sum / T.CreateChecked(grid.Divisor(row, column));
                    }
                }
            }
        }
    }

    private readonly struct Shares<T>(TensorView<T> grad, TensorView<T> result, Grid grid) : IRangeBody
        where T : unmanaged, INumber<T>
    {
        public void Run(int from, int to)
        {
            var (rows, columns) = (grid.Rows, grid.Columns);
            var shares = new T[grid.Large.Columns];
            for (var plane = from; plane < to; plane++)
            {
                var sums = result.Span.Slice(plane * grid.Large.Size, grid.Large.Size);
                sums.Clear();
                for (var row = 0; row < rows.Count; row++)
                {
                    var given = grad.Span.Slice((plane * grid.Small.Size) + (row * columns.Count), columns.Count);
                    shares.AsSpan().Clear();
                    for (var column = 0; column < given.Length; column++)
                    {
                        var share = given[column] / T.CreateChecked(grid.Divisor(row, column));
                        for (var x = columns.From[column]; x < columns.To[column]; x++)
                            shares[x] += share;
                    }

                    for (var y = rows.From[row]; y < rows.To[row]; y++)
                        RowSum.Add(shares, sums.Slice(y * shares.Length, shares.Length));
                }
            }
        }
    }
}
