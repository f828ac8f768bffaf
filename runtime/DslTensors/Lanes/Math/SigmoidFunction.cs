using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>The logistic function. Only exponentials of negative numbers occur, so neither side overflows or cancels.</summary>
internal static class SigmoidFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Compute<L>(L a)
        where L : struct, IVectorLane<L>
    {
        var one = L.Constant(1);
        var small = ExpFunction.Compute(-L.Abs(a));
        return L.Select(L.Less(a, L.Constant(0)), small, one) / (one + small);
    }
}
