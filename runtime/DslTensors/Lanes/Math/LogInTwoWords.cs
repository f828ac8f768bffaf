using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>The logarithm with some ten bits more than the element type has, which powers and other bases need.</summary>
internal static class LogInTwoWords
{
    /// <summary>The logarithm of a significand between the square roots of 1/2 and 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L OfSignificand<L>(L a, out L low)
        where L : struct, IVectorLane<L>
    {
        var one = L.Constant(1);
        var denominator = Compensated.Sum(a, one, out var error);
        var s = Compensated.Quotient(a - one, L.Constant(0), denominator, error, out var sLow);
        var z = Compensated.Product(s, sLow, s, sLow, out var zLow);
        var cube = Compensated.Product(s, sLow, z, zLow, out var cubeLow);
        var series = Compensated.OrderedSum(L.Constant(L.IsDouble ? 0.6666666666666666 : 0.6666666865348816), z * Series(z),
            out var seriesLow);
        seriesLow += L.Constant(L.IsDouble ? 3.700743415417188e-17 : -1.9868215517249155e-08);
        var rest = Compensated.Product(cube, cubeLow, series, seriesLow, out var restLow);
        var sum = Compensated.OrderedSum(s + s, rest, out low);
        low += sLow + sLow + restLow;
        return sum;
    }

    /// <summary>The logarithm of a positive finite number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Compute<L>(L a, out L low)
        where L : struct, IVectorLane<L>
    {
        var significand = Scaling.SplitAroundOne(a, out var k);
        var log = OfSignificand(significand, out var logLow);
        var sum = Compensated.Sum(k * L.Constant(L.IsDouble ? 0.6931471805592082 : 0.693145751953125), log, out var error);
        error += L.FusedMultiplyAdd(k, L.Constant(L.IsDouble ? 7.371002565167799e-13 : 1.428606765330187e-06), logLow);
        return Compensated.OrderedSum(sum, error, out low);
    }

    /// <summary>(log((1 + s) / (1 - s)) - 2s - 2s³/3) / s⁵ as a function of s².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L Series<L>(L z)
        where L : struct, IVectorLane<L>
    {
        if (!L.IsDouble)
            return Polynomial.Evaluate(z, 0.4000000059604645, 0.2857171893119812, 0.22192007303237915, 0.19368381798267365);
        var upper = Polynomial.Evaluate(z, 0.15384576889816634, 0.13335608976992228, 0.11688010354888999, 0.11888374584059501);
        return Polynomial.Below(z, upper, 0.39999999999999997, 0.2857142857143302, 0.22222222220312987, 0.18181818552848616);
    }
}
