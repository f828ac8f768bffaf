using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>Rows brought to mean 0 and variance 1, then scaled and shifted element by element, each while it is in the cache.</summary>
internal static class NormalizedRowsKernel
{
    private const int Grain = 8 * 1024;

    /// <summary>Fills <paramref name="result"/>, contiguous as all operands, whose rows are <paramref name="count"/> long.</summary>
    public static void Run<T>(TensorView<T> input, T[]? weight, T[]? bias, TensorView<T> result, int count, T eps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (result.Count == 0)
            return;
        if (Vector512.IsHardwareAccelerated)
            Run<Lane512<T>, T>(input, weight, bias, result, count, eps);
        else if (Vector256.IsHardwareAccelerated)
            Run<Lane256<T>, T>(input, weight, bias, result, count, eps);
        else
            Run<Lane128<T>, T>(input, weight, bias, result, count, eps);
    }

    private static void Run<L, T>(TensorView<T> input, T[]? weight, T[]? bias, TensorView<T> result, int count, T eps)
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Parallelism.For(result.Count / count, Math.Max(1, Grain / count), new Rows<L, T>(input, weight, bias, result, count, eps));

    private readonly struct Rows<L, T>(TensorView<T> input, T[]? weight, T[]? bias, TensorView<T> result, int count, T eps) : IRangeBody
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int from, int to)
        {
            var scales = weight is null ? [] : weight.AsSpan(0, count);
            var shifts = bias is null ? [] : bias.AsSpan(0, count);
            for (nint row = from; row < to; row++)
            {
                ref var x = ref Unsafe.Add(ref input.Origin, row * count);
                ref var y = ref Unsafe.Add(ref result.Origin, row * count);
                var moments = RowMoments<T>.Of<L>(ref x, count, eps);
                var done = Apply<L>(moments, ref x, scales, shifts, ref y, 0, count);
                Apply<ScalarLane<T>>(moments, ref x, scales, shifts, ref y, done, count);
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static int Apply<M>(RowMoments<T> moments, ref T x, ReadOnlySpan<T> scales, ReadOnlySpan<T> shifts, ref T y, int from, int to)
            where M : struct, IMemoryLane<M, T>
        {
            var (mean, scale) = (M.Broadcast(moments.Mean), M.Broadcast(moments.Scale));
            var (hasScales, hasShifts) = (scales.Length > 0, shifts.Length > 0);
            ref var w = ref MemoryMarshal.GetReference(scales);
            ref var b = ref MemoryMarshal.GetReference(shifts);
            var i = from;
            for (; i <= to - M.Width; i += M.Width)
            {
                var value = (M.Load(ref Unsafe.Add(ref x, i)) - mean) * scale;
                if (hasScales)
                    value *= M.Load(ref Unsafe.Add(ref w, i));
                if (hasShifts)
                    value += M.Load(ref Unsafe.Add(ref b, i));
                M.Store(value, ref Unsafe.Add(ref y, i));
            }

            return i;
        }
    }
}
