using System.Numerics;

namespace DslTensors.Cpu;

/// <summary>The pools of volumes, window by window: greatest elements, averages, and the adjoint of these.</summary>
internal static class VolumePoolKernel
{
    /// <summary>Fills the greatest elements and their indices in the volume.</summary>
    public static void Max<T>(TensorView<T> input, TensorView<T> values, TensorView<long> indices, PoolWindows[] windows)
        where T : unmanaged, INumber<T>
    {
        var source = input.Dense();
        var grid = new Grid(input.Sizes, values.Sizes, windows);
        Parallelism.For(grid.Planes, Planes.Grain(grid.Large + (8L * grid.Small)), new Body(plane => grid.ForEach((window, box) =>
        {
            var elements = source.Span.Slice(plane * grid.Large, grid.Large);
            var at = -1;
            foreach (var place in grid.Places(box))
            {
                if (at < 0 || elements[place] > elements[at] || T.IsNaN(elements[place]))
                    at = place;
            }

            (values.Span[(plane * grid.Small) + window], indices.Span[(plane * grid.Small) + window]) = (elements[at], at);
        })));
    }

    /// <summary>Fills the averages, or with <paramref name="isAdjoint"/> shares out what is given for each window.</summary>
    public static void Average<T>(TensorView<T> input, TensorView<T> result, PoolWindows[] windows, bool countsPadding, int? divisor, bool isAdjoint)
        where T : unmanaged, INumber<T>
    {
        var source = input.Dense();
        var grid = isAdjoint ? new Grid(result.Sizes, input.Sizes, windows) : new Grid(input.Sizes, result.Sizes, windows);
        if (isAdjoint)
            result.Span.Clear();
        Parallelism.For(grid.Planes, Planes.Grain(grid.Large + (8L * grid.Small)), new Body(plane => grid.ForEach((window, box) =>
        {
            var count = T.CreateTruncating(divisor ?? grid.Count(box, countsPadding));
            var (large, small) = (plane * grid.Large, (plane * grid.Small) + window);
            if (isAdjoint)
            {
                foreach (var place in grid.Places(box))
                    result.Span[large + place] += source.Span[small] / count;
                return;
            }

            var sum = T.Zero;
            foreach (var place in grid.Places(box))
                sum += source.Span[large + place];
            result.Span[small] = sum / count;
        })));
    }

    /// <summary>A window of a volume: its place among those along each dimension.</summary>
    private readonly record struct Box(int Depth, int Row, int Column);

    private sealed class Grid(int[] large, int[] small, PoolWindows[] windows)
    {
        public int Planes { get; } = Cpu.Planes.Of(small, 3).Count;

        public int Large { get; } = large[^1] * large[^2] * large[^3];

        public int Small { get; } = small[^1] * small[^2] * small[^3];

        public void ForEach(Action<int, Box> work)
        {
            var window = 0;
            for (var depth = 0; depth < windows[0].Count; depth++)
            {
                for (var row = 0; row < windows[1].Count; row++)
                {
                    for (var column = 0; column < windows[2].Count; column++)
                        work(window++, new Box(depth, row, column));
                }
            }
        }

        public IEnumerable<int> Places(Box box)
        {
            for (var z = windows[0].From[box.Depth]; z < windows[0].To[box.Depth]; z += windows[0].Step)
            {
                for (var y = windows[1].From[box.Row]; y < windows[1].To[box.Row]; y += windows[1].Step)
                {
                    for (var x = windows[2].From[box.Column]; x < windows[2].To[box.Column]; x += windows[2].Step)
                        yield return (((z * large[^2]) + y) * large[^1]) + x;
                }
            }
        }

        public int Count(Box box, bool countsPadding) => countsPadding
            ? windows[0].Sizes[box.Depth] * windows[1].Sizes[box.Row] * windows[2].Sizes[box.Column]
            : (windows[0].To[box.Depth] - windows[0].From[box.Depth]) * (windows[1].To[box.Row] - windows[1].From[box.Row]) * (windows[2].To[box.Column] - windows[2].From[box.Column]);
    }

    private readonly struct Body(Action<int> work) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (var plane = from; plane < to; plane++)
                work(plane);
        }
    }
}
