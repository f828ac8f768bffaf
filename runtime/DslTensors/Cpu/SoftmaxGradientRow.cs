using System.Numerics;
using System.Runtime.CompilerServices;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>The gradient of softmax of one row, or of its logarithm, times a factor.</summary>
internal static class SoftmaxGradientRow<L, T>
    where L : struct, IMemoryLane<L, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Fills <paramref name="target"/>, which may be the gradient itself.</summary>
    public static void Run(ref T grad, ref T output, ref T target, int count, T factor, bool isLog)
    {
        var total = T.Zero;
        var done = Sum<L>(ref grad, ref output, 0, count, isLog, ref total);
        Sum<ScalarLane<T>>(ref grad, ref output, done, count, isLog, ref total);
        done = Apply<L>(ref grad, ref output, ref target, 0, count, isLog, total, factor);
        Apply<ScalarLane<T>>(ref grad, ref output, ref target, done, count, isLog, total, factor);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static int Sum<M>(ref T grad, ref T output, int from, int to, bool isLog, ref T total)
        where M : struct, IMemoryLane<M, T>
    {
        var sum = M.Constant(0);
        var i = from;
        for (; i <= to - M.Width; i += M.Width)
        {
            var slope = M.Load(ref Unsafe.Add(ref grad, i));
            sum = isLog ? sum + slope : M.FusedMultiplyAdd(slope, M.Load(ref Unsafe.Add(ref output, i)), sum);
        }

        total += LaneSum.Of<M, T>(sum);
        return i;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static int Apply<M>(ref T grad, ref T output, ref T target, int from, int to, bool isLog, T total, T factor)
        where M : struct, IMemoryLane<M, T>
    {
        var (sum, factors) = (M.Broadcast(total), M.Broadcast(factor));
        var i = from;
        for (; i <= to - M.Width; i += M.Width)
        {
            var (slope, value) = (M.Load(ref Unsafe.Add(ref grad, i)), M.Load(ref Unsafe.Add(ref output, i)));
            M.Store(isLog ? slope - (M.Exp(value) * sum) : value * (slope - sum) * factors, ref Unsafe.Add(ref target, i));
        }

        return i;
    }
}
