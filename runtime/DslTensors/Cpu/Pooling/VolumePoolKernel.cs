using System.Numerics;

namespace DslTensors.Cpu;

/// <summary>The pools of volumes, window by window: greatest elements, averages, and the adjoint of these.</summary>
internal static class VolumePoolKernel
{
    /// <summary>Fills the greatest elements and their indices in the volume.</summary>
    public static void Max<T>(TensorView<T> input, TensorView<T> values, TensorView<long> indices, PoolWindows[] windows)
        where T : unmanaged, INumber<T>
    {
        var grid = new VolumeWindows(input.Sizes, values.Sizes, windows);
        Parallelism.For(grid.Planes, grid.Grain, new Greatest<T>(input.Dense(), values, indices, grid));
    }

    /// <summary>Fills the averages, or with <paramref name="isAdjoint"/> shares out what is given for each window.</summary>
    public static void Average<T>(TensorView<T> input, TensorView<T> result, PoolWindows[] windows, bool countsPadding, int? divisor, bool isAdjoint)
        where T : unmanaged, INumber<T>
    {
        if (isAdjoint)
        {
            result.Span.Clear();
            var shares = new VolumeWindows(result.Sizes, input.Sizes, windows);
            Parallelism.For(shares.Planes, shares.Grain, new Shares<T>(input.Dense(), result, shares, countsPadding, divisor));
            return;
        }

        var grid = new VolumeWindows(input.Sizes, result.Sizes, windows);
        Parallelism.For(grid.Planes, grid.Grain, new Averages<T>(input.Dense(), result, grid, countsPadding, divisor));
    }

    private readonly struct Greatest<T>(TensorView<T> input, TensorView<T> values, TensorView<long> indices, VolumeWindows grid) : IRangeBody
        where T : unmanaged, INumber<T>
    {
        public void Run(int from, int to)
        {
            for (var plane = from; plane < to; plane++)
            {
                var elements = input.Span.Slice(plane * grid.Large, grid.Large);
                for (var window = 0; window < grid.Small; window++)
                {
                    var at = PlaceIn(elements, grid.Box(window));
                    (values.Span[(plane * grid.Small) + window], indices.Span[(plane * grid.Small) + window]) = (elements[at], at);
                }
            }
        }

        private int PlaceIn(ReadOnlySpan<T> elements, VolumeBox box)
        {
            var (at, best) = (-1, T.Zero);
            for (var z = box.FromZ; z < box.ToZ; z += grid.StepZ)
            {
                for (var y = box.FromY; y < box.ToY; y += grid.StepY)
                {
                    var line = grid.Line(z, y);
                    for (var x = box.FromX; x < box.ToX; x += grid.StepX)
                    {
                        var element = elements[line + x];
                        if (at < 0 || element > best || T.IsNaN(element))
                            (at, best) = (line + x, element);
                    }
                }
            }

            return at;
        }
    }

    private readonly struct Averages<T>(TensorView<T> input, TensorView<T> result, VolumeWindows grid, bool countsPadding, int? divisor) : IRangeBody
        where T : unmanaged, INumber<T>
    {
        public void Run(int from, int to)
        {
            for (var plane = from; plane < to; plane++)
            {
                var elements = input.Span.Slice(plane * grid.Large, grid.Large);
                for (var window = 0; window < grid.Small; window++)
                    result.Span[(plane * grid.Small) + window] = Sum(elements, grid.Box(window)) / T.CreateTruncating(divisor ?? grid.Count(window, countsPadding));
            }
        }

        private T Sum(ReadOnlySpan<T> elements, VolumeBox box)
        {
            var sum = T.Zero;
            for (var z = box.FromZ; z < box.ToZ; z += grid.StepZ)
            {
                for (var y = box.FromY; y < box.ToY; y += grid.StepY)
                {
                    var line = grid.Line(z, y);
                    for (var x = box.FromX; x < box.ToX; x += grid.StepX)
                        sum += elements[line + x];
                }
            }

            return sum;
        }
    }

    private readonly struct Shares<T>(TensorView<T> input, TensorView<T> result, VolumeWindows grid, bool countsPadding, int? divisor) : IRangeBody
        where T : unmanaged, INumber<T>
    {
        public void Run(int from, int to)
        {
            for (var plane = from; plane < to; plane++)
            {
                var elements = result.Span.Slice(plane * grid.Large, grid.Large);
                for (var window = 0; window < grid.Small; window++)
                    Add(elements, grid.Box(window), input.Span[(plane * grid.Small) + window] / T.CreateTruncating(divisor ?? grid.Count(window, countsPadding)));
            }
        }

        private void Add(Span<T> elements, VolumeBox box, T share)
        {
            for (var z = box.FromZ; z < box.ToZ; z += grid.StepZ)
            {
                for (var y = box.FromY; y < box.ToY; y += grid.StepY)
                {
                    var line = grid.Line(z, y);
                    for (var x = box.FromX; x < box.ToX; x += grid.StepX)
                        elements[line + x] += share;
                }
            }
        }
    }
}
