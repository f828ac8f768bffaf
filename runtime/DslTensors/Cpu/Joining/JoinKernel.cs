using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace DslTensors.Cpu;

/// <summary>Puts tensors side by side: each row of the result is a piece of every tensor, one after the other.</summary>
internal static class JoinKernel
{
    private const int Grain = 64 * 1024;

    /// <summary>Fills a contiguous result from contiguous tensors, each <paramref name="rows"/> pieces long.</summary>
    public static void Run<T>(TensorView<T>[] tensors, TensorView<T> result, int rows)
        where T : unmanaged
    {
        if (result.Count == 0)
            return;
        if (result.Count == (long)rows * tensors.Length && tensors.Length > 3 && rows > 3 && IsOfEqualCounts(tensors))
        {
            Parallelism.For(rows, Math.Max(4, Grain / tensors.Length / 4 * 4), new Interleaving<T>(tensors, result));
            return;
        }

        var ends = new int[tensors.Length];
        var end = 0;
        for (var i = 0; i < ends.Length; i++)
            ends[i] = end += tensors[i].Count / rows;
        Parallelism.For(result.Count, Grain, new Pieces<T>(tensors, ends, result));
    }

    private static bool IsOfEqualCounts<T>(TensorView<T>[] tensors)
        where T : unmanaged
    {
        foreach (var tensor in tensors)
        {
            if (tensor.Count != tensors[0].Count)
                return false;
        }

        return true;
    }

    /// <summary>Copies a range of the result, piece by piece.</summary>
    private readonly struct Pieces<T>(TensorView<T>[] tensors, int[] ends, TensorView<T> result) : IRangeBody
        where T : unmanaged
    {
        public void Run(int from, int to)
        {
            var (row, column) = Math.DivRem(from, ends[^1]);
            var index = 0;
            while (ends[index] <= column)
                index++;
            var target = result.Span;
            while (from < to)
            {
                var start = index == 0 ? 0 : ends[index - 1];
                var width = ends[index] - start;
                var count = Math.Min(ends[index] - column, to - from);
                tensors[index].Span.Slice((row * width) + column - start, count).CopyTo(target[from..]);
                from += count;
                column += count;
                while (index < ends.Length && ends[index] <= column)
                    index++;
                if (index == ends.Length)
                    (index, column, row) = (FirstUsed(), 0, row + 1);
            }
        }

        private int FirstUsed()
        {
            var index = 0;
            while (ends[index] == 0)
                index++;
            return index;
        }
    }

    /// <summary>Every piece is a single element: the result is the transpose of the tensors seen as rows of one matrix.</summary>
    private readonly struct Interleaving<T>(TensorView<T>[] tensors, TensorView<T> result) : IRangeBody
        where T : unmanaged
    {
        // A strip of the result stays in the cache until each tensor has left its column there.
        private const int StripElements = 4 * 1024;

        public void Run(int from, int to)
        {
            var rows = Math.Max(4, StripElements / tensors.Length / 4 * 4);
            for (var row = from; row < to; row += rows)
                Strip(row, Math.Min(row + rows, to));
        }

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private unsafe void Strip(int from, int to)
        {
            var width = tensors.Length;
            nint ahead = to - from;
            var (tiledColumns, tiledTo) = Unsafe.SizeOf<T>() == sizeof(float) && Sse.IsSupported ? (width & -4, from + ((to - from) & -4)) : (0, from);
            for (var column = 0; column < tiledColumns; column += 4)
            {
                ref var a = ref First(column);
                ref var b = ref First(column + 1);
                ref var c = ref First(column + 2);
                ref var d = ref First(column + 3);
                ref var target = ref Unsafe.As<T, float>(ref Unsafe.Add(ref result.Origin, column));
                for (nint i = from; i < tiledTo; i += 4)
                {
                    // Too many tensors are read at once, and each too briefly, for the processor to see where the next strip lies.
                    if (((i - from) & 15) == 0)
                    {
                        Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref a, i + ahead)));
                        Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref b, i + ahead)));
                        Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref c, i + ahead)));
                        Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref d, i + ahead)));
                    }

                    TransposedBlock.CopyTile(
                        ref Unsafe.Add(ref a, i), ref Unsafe.Add(ref b, i), ref Unsafe.Add(ref c, i), ref Unsafe.Add(ref d, i),
                        ref Unsafe.Add(ref target, i * width), width);
                }
            }

            for (var column = 0; column < width; column++)
            {
                ref var source = ref tensors[column].Origin;
                ref var target = ref Unsafe.Add(ref result.Origin, column);
                for (nint i = column < tiledColumns ? tiledTo : from; i < to; i++)
                    Unsafe.Add(ref target, i * width) = Unsafe.Add(ref source, i);
            }
        }

        private ref float First(int column) => ref Unsafe.As<T, float>(ref tensors[column].Origin);
    }
}
