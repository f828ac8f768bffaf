using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>
/// The gradient of normalized rows by their input: with u the gradient times the scale and n the normalized row,
/// (u - mean(u) - n mean(u n)) over the standard deviation. The moments are found anew; that costs less than to keep them.
/// </summary>
internal static class NormalizedRowsGradientKernel
{
    private const int Grain = 8 * 1024;

    /// <summary>Fills <paramref name="result"/>, contiguous as all operands, whose rows are <paramref name="count"/> long.</summary>
    public static void Run<T>(TensorView<T> grad, TensorView<T> input, T[]? weight, TensorView<T> result, int count, T eps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (result.Count == 0)
            return;
        if (Vector512.IsHardwareAccelerated)
            Run<Lane512<T>, T>(grad, input, weight, result, count, eps);
        else if (Vector256.IsHardwareAccelerated)
            Run<Lane256<T>, T>(grad, input, weight, result, count, eps);
        else
            Run<Lane128<T>, T>(grad, input, weight, result, count, eps);
    }

    private static void Run<L, T>(TensorView<T> grad, TensorView<T> input, T[]? weight, TensorView<T> result, int count, T eps)
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Parallelism.For(result.Count / count, Math.Max(1, Grain / count), new Rows<L, T>(grad, input, weight, result, count, eps));

    private readonly struct Rows<L, T>(TensorView<T> grad, TensorView<T> input, T[]? weight, TensorView<T> result, int count, T eps) : IRangeBody
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int from, int to)
        {
            var scales = weight is null ? [] : weight.AsSpan(0, count);
            for (nint row = from; row < to; row++)
            {
                ref var g = ref Unsafe.Add(ref grad.Origin, row * count);
                ref var x = ref Unsafe.Add(ref input.Origin, row * count);
                ref var y = ref Unsafe.Add(ref result.Origin, row * count);
                var moments = RowMoments<T>.Of<L>(ref x, count, eps);
                var (sum, product) = (T.Zero, T.Zero);
                var done = Sums<L>(moments, ref g, ref x, scales, 0, count, ref sum, ref product);
                Sums<ScalarLane<T>>(moments, ref g, ref x, scales, done, count, ref sum, ref product);
                var number = T.CreateTruncating(count);
                (sum, product) = (sum / number, product / number);
                done = Apply<L>(moments, ref g, ref x, scales, sum, product, ref y, 0, count);
                Apply<ScalarLane<T>>(moments, ref g, ref x, scales, sum, product, ref y, done, count);
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static int Sums<M>(RowMoments<T> moments, ref T g, ref T x, ReadOnlySpan<T> scales, int from, int to, ref T sum, ref T product)
            where M : struct, IMemoryLane<M, T>
        {
            var (mean, scale) = (M.Broadcast(moments.Mean), M.Broadcast(moments.Scale));
            var hasScales = scales.Length > 0;
            ref var w = ref MemoryMarshal.GetReference(scales);
            M sums = M.Constant(0), products = M.Constant(0);
            var i = from;
            for (; i <= to - M.Width; i += M.Width)
            {
                var u = M.Load(ref Unsafe.Add(ref g, i));
                if (hasScales)
                    u *= M.Load(ref Unsafe.Add(ref w, i));
                sums += u;
                products = M.FusedMultiplyAdd(u, (M.Load(ref Unsafe.Add(ref x, i)) - mean) * scale, products);
            }

            sum += LaneSum.Of<M, T>(sums);
            product += LaneSum.Of<M, T>(products);
            return i;
        }

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static int Apply<M>(RowMoments<T> moments, ref T g, ref T x, ReadOnlySpan<T> scales, T sum, T product, ref T y, int from, int to)
            where M : struct, IMemoryLane<M, T>
        {
            var (mean, scale) = (M.Broadcast(moments.Mean), M.Broadcast(moments.Scale));
            var (sums, products) = (M.Broadcast(sum), M.Broadcast(product));
            var hasScales = scales.Length > 0;
            ref var w = ref MemoryMarshal.GetReference(scales);
            var i = from;
            for (; i <= to - M.Width; i += M.Width)
            {
                var u = M.Load(ref Unsafe.Add(ref g, i));
                if (hasScales)
                    u *= M.Load(ref Unsafe.Add(ref w, i));
                var normalized = (M.Load(ref Unsafe.Add(ref x, i)) - mean) * scale;
                M.Store((u - sums - (normalized * products)) * scale, ref Unsafe.Add(ref y, i));
            }

            return i;
        }
    }
}
