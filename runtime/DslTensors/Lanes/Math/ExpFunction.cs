using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>The exponential: a = n ln 2 + r with |r| at most half of ln 2, a minimax polynomial in r, and 2 to the power of n.</summary>
internal static class ExpFunction
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Compute<L>(ref L value)
        where L : struct, IVectorLane<L>
    {
        var a = Clamp(value, L.IsDouble ? -760 : -110, L.IsDouble ? 720 : 100);
        var r = Reduce(a, out var n, out var tail);
        r += tail;
        value = L.Scale(L.FusedMultiplyAdd(r * r, Quadratic(r), r) + L.Constant(1), n);
    }

    /// <summary>The same, for functions that have an exponential inside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Evaluate<L>(L a)
        where L : struct, IVectorLane<L> => EvaluateBounded(Clamp(a, L.IsDouble ? -760 : -110, L.IsDouble ? 720 : 100));

    /// <summary>The same, of a number that is known to be moderate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L EvaluateBounded<L>(L a)
        where L : struct, IVectorLane<L>
    {
        var r = Reduce(a, out var n, out var tail);
        r += tail;
        return L.Scale(L.FusedMultiplyAdd(r * r, Quadratic(r), r) + L.Constant(1), n);
    }

    /// <summary>
    /// The exponential of a number in two words, as a number in two words of about 60 (35) bits that is still to be scaled by
    /// 2 to the power of <paramref name="n"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L ComputeInTwoWords<L>(L a, L aLow, out L low, out L n)
        where L : struct, IVectorLane<L>
    {
        var r = Reduce(a, out n, out var tail);
        r = Compensated.OrderedSum(r, tail + aLow, out tail);
        var rest = L.FusedMultiplyAdd(r * r, Quadratic(r), L.FusedMultiplyAdd(tail, r, tail));
        var sum = Compensated.OrderedSum(L.Constant(1), r, out var error);
        low = error + rest;
        return sum;
    }

    /// <summary>(exp(r) - 1 - r) / r² for magnitudes up to half of ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Quadratic<L>(L r)
        where L : struct, IVectorLane<L>
    {
        if (!L.IsDouble)
            return Polynomial.Evaluate(r, 0.5, 0.166665181517601, 0.04166620224714279, 0.008368953131139278, 0.001395060564391315);
        var upper = Polynomial.Evaluate(r, 0.0013888888948139937, 0.00019841269886836392, 2.480148696541755e-05, 2.7557242059340425e-06,
            2.763279156000417e-07, 2.5110154340462048e-08);
        return Polynomial.Below(r, upper, 0.500000000000001, 0.16666666666666674, 0.04166666666652095, 0.008333333333322127);
    }

    /// <summary>The remainder of a by ln 2, exact but for <paramref name="tail"/>, and the integral quotient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Reduce<L>(L a, out L n, out L tail)
        where L : struct, IVectorLane<L>
    {
        var shifter = Scaling.Shifter<L>();
        n = L.FusedMultiplyAdd(a, L.Constant(1.4426950408889634), shifter) - shifter;
        tail = n * L.Constant(L.IsDouble ? -7.371002565167799e-13 : -1.428606765330187e-06);
        return L.FusedMultiplyAdd(n, L.Constant(L.IsDouble ? -0.6931471805592082 : -0.693145751953125), a);
    }

    /// <summary>The number within bounds beyond which the result is known anyway; NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Clamp<L>(L a, double low, double high)
        where L : struct, IVectorLane<L>
    {
        a = L.Select(L.Less(L.Constant(high), a), L.Constant(high), a);
        return L.Select(L.Less(a, L.Constant(low)), L.Constant(low), a);
    }
}
