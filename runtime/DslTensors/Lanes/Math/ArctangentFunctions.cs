using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>The arctangent of a number and of a point.</summary>
internal static class ArctangentFunctions
{
    /// <summary>
    /// The ratio of the lesser to the greater coordinate lies between 0 and 1; above √2 - 1 the addition theorem turns it by π/4. What
    /// the division leaves over is carried along.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Atan2<L>(ref L value, in L abscissa)
        where L : struct, IVectorLane<L>
    {
        var (y, x) = (value, abscissa);
        var (zero, one, two) = (L.Constant(0), L.Constant(1), L.Constant(2));
        var (height, width) = (L.Abs(y), L.Abs(x));
        var isSteep = L.Less(width, height);
        var (lesser, greater) = Balance(L.Select(isSteep, width, height), L.Select(isSteep, height, width));

        var isTurned = L.Less(greater * L.Constant(0.41421356237309503), lesser);
        var difference = Compensated.Sum(lesser, -greater, out var differenceLow);
        var sum = Compensated.Sum(lesser, greater, out var sumLow);
        var ratio = Compensated.Quotient(
            L.Select(isTurned, difference, lesser),
            L.Select(isTurned, differenceLow, zero),
            L.Select(isTurned, sum, greater),
            L.Select(isTurned, sumLow, zero),
            out var low);
        var z = ratio * ratio;
        low = L.FusedMultiplyAdd(ratio * z, Series(z), low);

        // The angle is so many eighths of a turn, plus or minus the arctangent of the ratio.
        var eighths = L.Select(isTurned, one, zero);
        var sign = L.Select(isSteep, -one, one);
        eighths = L.Select(isSteep, two - eighths, eighths);
        var isBehind = L.Less(L.CopySign(one, x), zero);
        sign = L.Select(isBehind, -sign, sign);
        eighths = L.Select(isBehind, L.Constant(4) - eighths, eighths);

        var turn = Compensated.Product(eighths, L.Constant(L.IsDouble ? 0.7853981633974483 : 0.7853981852531433), out var turnLow);
        turnLow = L.FusedMultiplyAdd(eighths, L.Constant(L.IsDouble ? 3.061616997868383e-17 : -2.1855694143368964e-08), turnLow);
        var angle = Compensated.Sum(turn, sign * ratio, out var error);
        angle += error + L.FusedMultiplyAdd(sign, low, turnLow);
        value = L.CopySign(angle, y);
    }

    /// <summary>The same ratio in numbers whose sums and remainders neither overflow nor vanish; NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (L Lesser, L Greater) Balance<L>(L lesser, L greater)
        where L : struct, IVectorLane<L>
    {
        var (one, infinity) = (L.Constant(1), L.Constant(double.PositiveInfinity));
        var isGreat = L.Less(L.Constant(L.IsDouble ? 1e300 : 1e30), greater);
        var isSmall = L.Less(greater, L.Constant(L.IsDouble ? 1e-250 : 1e-20));
        var scale = L.Select(isGreat, L.Constant(1.0 / 16), L.Select(isSmall,
            L.Constant(L.IsDouble ? 1.6069380442589903e60 : 1152921504606846976.0), one));
        lesser *= scale;
        greater *= scale;

        // At infinity a coordinate is 1 if infinite, else 0. At the origin the angle is that of the axis.
        var isInfinite = L.Equal(greater, infinity);
        lesser = L.Select(isInfinite, L.Select(L.Equal(lesser, infinity), one, lesser * L.Constant(0)), lesser);
        greater = L.Select(L.Or(isInfinite, L.Equal(greater, L.Constant(0))), one, greater);
        return (lesser, greater);
    }

    /// <summary>(atan(x) / x - 1) / x² as a function of x² for x up to √2 - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L Series<L>(L z)
        where L : struct, IVectorLane<L>
    {
        if (!L.IsDouble)
            return Polynomial.Evaluate(z, -0.33333319425582886, 0.19998478889465332, -0.14241836965084076, 0.10572592914104462,
                -0.060099754482507706);
        var upper = Polynomial.Evaluate(z, -0.05217034777365149, 0.04496822483395709, -0.03329612576897113, 0.014996229500936088);
        upper = Polynomial.Below(z, upper, -0.09090908177294411, 0.07692282742327272, -0.06666217681039605, 0.05876864091705639);
        return Polynomial.Below(z, upper, -0.3333333333333333, 0.19999999999998386, -0.14285714285446083, 0.11111111090270392);
    }
}
