using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>The gradient of normalized rows by their scale: the gradient times the normalized rows, summed over the rows.</summary>
internal static class NormalizedRowsWeightKernel
{
    // Fixed, so that the order of the sums is the same on every machine.
    private const int MostParts = 16;
    private const int LeastElements = 16 * 1024;

    /// <summary>Fills <paramref name="result"/>, [count], from contiguous rows.</summary>
    public static void Run<T>(TensorView<T> grad, TensorView<T> input, TensorView<T> result, T eps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var count = result.Count;
        var rows = count == 0 ? 0 : input.Count / count;
        var parts = (int)Math.Clamp(input.Count / (long)LeastElements, 1, MostParts);
        var perPart = Math.Max(1, (rows + parts - 1) / parts);
        parts = Math.Max(1, (rows + perPart - 1) / perPart);
        var sums = ArrayPool<T>.Shared.Rent(parts * count);
        sums.AsSpan(0, parts * count).Clear();
        if (Vector512.IsHardwareAccelerated)
            Parallelism.For(parts, 1, new Parts<Lane512<T>, T>(grad, input, sums, rows, perPart, count, eps));
        else if (Vector256.IsHardwareAccelerated)
            Parallelism.For(parts, 1, new Parts<Lane256<T>, T>(grad, input, sums, rows, perPart, count, eps));
        else
            Parallelism.For(parts, 1, new Parts<Lane128<T>, T>(grad, input, sums, rows, perPart, count, eps));
        sums.AsSpan(0, count).CopyTo(result.Span);
        for (var part = 1; part < parts; part++)
            RowSum.Add(sums.AsSpan(part * count, count), result.Span);
        ArrayPool<T>.Shared.Return(sums);
    }

    private readonly struct Parts<L, T>(TensorView<T> grad, TensorView<T> input, T[] sums, int rows, int perPart, int count, T eps) : IRangeBody
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int from, int to)
        {
            for (var part = from; part < to; part++)
            {
                ref var target = ref sums[part * count];
                for (nint row = part * perPart; row < Math.Min(rows, (part + 1) * perPart); row++)
                {
                    ref var g = ref Unsafe.Add(ref grad.Origin, row * count);
                    ref var x = ref Unsafe.Add(ref input.Origin, row * count);
                    var moments = RowMoments<T>.Of<L>(ref x, count, eps);
                    var done = Add<L>(moments, ref g, ref x, ref target, 0, count);
                    Add<ScalarLane<T>>(moments, ref g, ref x, ref target, done, count);
                }
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static int Add<M>(RowMoments<T> moments, ref T g, ref T x, ref T target, int from, int to)
            where M : struct, IMemoryLane<M, T>
        {
            var (mean, scale) = (M.Broadcast(moments.Mean), M.Broadcast(moments.Scale));
            var i = from;
            for (; i <= to - M.Width; i += M.Width)
            {
                ref var at = ref Unsafe.Add(ref target, i);
                var normalized = (M.Load(ref Unsafe.Add(ref x, i)) - mean) * scale;
                M.Store(M.FusedMultiplyAdd(M.Load(ref Unsafe.Add(ref g, i)), normalized, M.Load(ref at)), ref at);
            }

            return i;
        }
    }
}
