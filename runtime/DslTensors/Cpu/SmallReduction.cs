using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>All of a small dense tensor reduced to one element, which needs no plan.</summary>
internal static class SmallReduction
{
    private const int Most = 4096;

    /// <summary>Reduces all elements, if they are few and lie side by side; the bits are those of <see cref="ReductionLoop"/>.</summary>
    public static bool TryRun<TReduction, T>(TReduction reduction, in TensorView<T> input, in TensorView<T> result)
        where TReduction : struct, IReduction
        where T : unmanaged
    {
        if (input.Count is 0 or > Most || !input.IsContiguous)
            return false;
        if (Vector512.IsHardwareAccelerated)
            Run<TReduction, Lane512<T>, T>(reduction, input, result);
        else if (Vector256.IsHardwareAccelerated)
            Run<TReduction, Lane256<T>, T>(reduction, input, result);
        else
            Run<TReduction, Lane128<T>, T>(reduction, input, result);
        return true;
    }

    private static void Run<TReduction, L, T>(TReduction reduction, in TensorView<T> input, in TensorView<T> result)
        where TReduction : struct, IReduction
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged
    {
        var total = RunReduction<TReduction, L, T>.Reduce(reduction, ref input.Origin, 1, input.Count);
        ScalarLane<T>.Store(reduction.Join(reduction.Start<ScalarLane<T>>(), total), ref result.Origin);
    }
}
