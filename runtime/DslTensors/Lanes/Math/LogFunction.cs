using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>
/// The natural logarithm: a = 2ᵏ(1 + f), and log(1 + f) by the series of the inverse hyperbolic tangent in f / (2 + f).
/// </summary>
internal static class LogFunction
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Compute<L>(ref L value)
        where L : struct, IVectorLane<L>
    {
        var a = value;
        var significand = Scaling.SplitAroundOne(a, out var k);
        value = Edges(a, Combine(significand - L.Constant(1), L.Constant(0), k));
    }

    /// <summary>
    /// The logarithm of 1 + <paramref name="a"/> + <paramref name="low"/>, plus <paramref name="doublings"/> times ln 2.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L OfOnePlus<L>(L a, L low, L doublings)
        where L : struct, IVectorLane<L>
    {
        var sum = Compensated.Sum(L.Constant(1), a, out var error);
        var significand = Scaling.SplitAroundOne(sum, out var k);
        var isNear = L.Equal(k, L.Constant(0));
        var f = L.Select(isNear, a, significand - L.Constant(1));
        var correction = L.Select(isNear, low, error + low) / sum;
        return Edges(sum, Combine(f, correction, k + doublings));
    }

    /// <summary>The logarithm of 1 + <paramref name="f"/>, plus a correction, plus k times ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L Combine<L>(L f, L correction, L k)
        where L : struct, IVectorLane<L>
    {
        var s = f / (L.Constant(2) + f);
        var z = s * s;
        var half = L.Constant(0.5) * f * f;
        correction = L.FusedMultiplyAdd(k, L.Constant(L.IsDouble ? 2.3190468138462996e-17 : -1.9046542121259336e-09), correction);
        correction = L.FusedMultiplyAdd(s, L.FusedMultiplyAdd(z, Series(z), half), correction);
        return L.FusedMultiplyAdd(k, L.Constant(L.IsDouble ? 0.6931471805599453 : 0.6931471824645996), f - (half - correction));
    }

    /// <summary>(log((1 + s) / (1 - s)) - 2s) / s³ as a function of s² for the range of <see cref="Combine"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L Series<L>(L z)
        where L : struct, IVectorLane<L> => L.IsDouble
        ? Polynomial.Evaluate(z, 0.6666666666666711, 0.3999999999950826, 0.2857142873245558, 0.22222198718307146, 0.18183592817479644,
            0.15312581325499308, 0.14816664056448042)
        : Polynomial.Evaluate(z, 0.6666666865348816, 0.40000343322753906, 0.28535768389701843, 0.23623093962669373);

    /// <summary>The result for 0, infinity, negative numbers and NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Edges<L>(L a, L result)
        where L : struct, IVectorLane<L>
    {
        var (zero, infinity) = (L.Constant(0), L.Constant(double.PositiveInfinity));
        result = L.Select(L.Less(zero, a), result, L.Constant(double.NaN));
        result = L.Select(L.Equal(a, infinity), infinity, result);
        return L.Select(L.Equal(a, zero), -infinity, result);
    }
}
