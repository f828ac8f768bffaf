using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>The exponential less 1, accurate near 0.</summary>
internal static class Expm1Function
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Compute<L>(ref L value)
        where L : struct, IVectorLane<L>
    {
        var a = value;
        var bounded = ExpFunction.Clamp(a, L.IsDouble ? -50 : -30, L.IsDouble ? 710 : 89);
        var r = ExpFunction.Reduce(bounded, out var n, out var tail);
        r = Compensated.OrderedSum(r, tail, out tail);
        var fraction = r + L.FusedMultiplyAdd(r * r, ExpFunction.Quadratic(r), tail);

        // Half of the power keeps the greatest results in range.
        var half = L.Constant(0.5);
        var power = L.Scale(half, n);
        var result = L.FusedMultiplyAdd(power, fraction, power - half);
        value = L.Select(L.Less(L.Abs(a), L.Constant(L.IsDouble ? 1e-17 : 1e-8)), a, result + result);
    }
}
