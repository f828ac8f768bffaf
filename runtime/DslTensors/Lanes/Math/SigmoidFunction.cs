using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>The logistic function. Only exponentials of negative numbers occur, so neither side overflows or cancels.</summary>
internal static class SigmoidFunction
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Compute<L>(ref L value)
        where L : struct, IVectorLane<L>
    {
        var a = value;
        var one = L.Constant(1);
        var small = ExpFunction.Evaluate(-L.Abs(a));
        value = L.Select(L.Less(a, L.Constant(0)), small, one) / (one + small);
    }
}
