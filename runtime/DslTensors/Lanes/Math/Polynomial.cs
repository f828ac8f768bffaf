using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>Polynomials by Horner's rule, one rounding a step. Coefficients run from the constant term up.</summary>
internal static class Polynomial
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Evaluate<L>(L x, double c0, double c1, double c2)
        where L : struct, IVectorLane<L>
    {
        var sum = L.FusedMultiplyAdd(L.Constant(c2), x, L.Constant(c1));
        return L.FusedMultiplyAdd(sum, x, L.Constant(c0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Evaluate<L>(L x, double c0, double c1, double c2, double c3)
        where L : struct, IVectorLane<L>
    {
        var sum = L.FusedMultiplyAdd(L.Constant(c3), x, L.Constant(c2));
        sum = L.FusedMultiplyAdd(sum, x, L.Constant(c1));
        return L.FusedMultiplyAdd(sum, x, L.Constant(c0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Evaluate<L>(L x, double c0, double c1, double c2, double c3, double c4)
        where L : struct, IVectorLane<L>
    {
        var sum = L.FusedMultiplyAdd(L.Constant(c4), x, L.Constant(c3));
        sum = L.FusedMultiplyAdd(sum, x, L.Constant(c2));
        sum = L.FusedMultiplyAdd(sum, x, L.Constant(c1));
        return L.FusedMultiplyAdd(sum, x, L.Constant(c0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Evaluate<L>(L x, double c0, double c1, double c2, double c3, double c4, double c5)
        where L : struct, IVectorLane<L>
    {
        var sum = L.FusedMultiplyAdd(L.Constant(c5), x, L.Constant(c4));
        sum = L.FusedMultiplyAdd(sum, x, L.Constant(c3));
        sum = L.FusedMultiplyAdd(sum, x, L.Constant(c2));
        sum = L.FusedMultiplyAdd(sum, x, L.Constant(c1));
        return L.FusedMultiplyAdd(sum, x, L.Constant(c0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Evaluate<L>(L x, double c0, double c1, double c2, double c3, double c4, double c5, double c6)
        where L : struct, IVectorLane<L>
    {
        var sum = L.FusedMultiplyAdd(L.Constant(c6), x, L.Constant(c5));
        sum = L.FusedMultiplyAdd(sum, x, L.Constant(c4));
        sum = L.FusedMultiplyAdd(sum, x, L.Constant(c3));
        sum = L.FusedMultiplyAdd(sum, x, L.Constant(c2));
        sum = L.FusedMultiplyAdd(sum, x, L.Constant(c1));
        return L.FusedMultiplyAdd(sum, x, L.Constant(c0));
    }

    /// <summary>A polynomial whose terms from the fourth power on are <paramref name="upper"/> times that power.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Below<L>(L x, L upper, double c0, double c1, double c2, double c3)
        where L : struct, IVectorLane<L>
    {
        var sum = L.FusedMultiplyAdd(upper, x, L.Constant(c3));
        sum = L.FusedMultiplyAdd(sum, x, L.Constant(c2));
        sum = L.FusedMultiplyAdd(sum, x, L.Constant(c1));
        return L.FusedMultiplyAdd(sum, x, L.Constant(c0));
    }
}
