namespace DslTensors.Cpu;

/// <summary>The relatives of the error function that its vector form does not cover: exact in the tails, and inverse.</summary>
internal static class ErrorFunctions
{
    private const double SqrtHalf = 0.70710678118654752440;
    private const double SqrtTwoPi = 2.5066282746310005024;
    private const double SqrtPi = 1.7724538509055160273;

    // (1 + 2 x) erfcx(x) as a Chebyshev series in (x - 3.75) / (x + 3.75), for x from 0 (after Shepherd and Laframboise, 1981).
    private static readonly double[] s_scaled =
    [
        1.17757893456740175, -0.00459005458064647733, -0.0842491333665179156, 0.0592099399981918905, -0.0266586684353057523,
        0.00907499767070526509, -0.00241316354041760819, 0.000490775836525808632, -0.0000691697330250120637, 4.13902798607301017e-6,
        7.74038306619849067e-7, -2.18864010492343957e-7, 1.07649994656709104e-8, 4.5219598112182869e-9, -7.75440020883135111e-10,
        -6.31808834088668449e-11, 2.8687950109306699e-11, 1.94558685457773472e-13, -9.65469674843343891e-13, 3.25254814814873984e-14,
        3.34781194828680539e-14, -1.8645628804193131e-15, -1.25079505306886471e-15, 7.41823525662404346e-17, 5.06814890479611132e-17,
    ];

    /// <summary>exp(x²) erfc(x).</summary>
    public static double Erfcx(double x)
    {
        if (x < 0)
            return (2 * Squared(x, 1)) - Erfcx(-x);
        if (double.IsNaN(x) || double.IsInfinity(x))
            return 1 / x;
        if (x > 1e8)
            return 1 / (SqrtPi * x);
        var at = (x - 3.75) / (x + 3.75);
        var (last, before) = (0.0, 0.0);
        for (var k = s_scaled.Length - 1; k > 0; k--)
            (last, before) = ((2 * at * last) - before + s_scaled[k], last);
        return ((at * last) - before + s_scaled[0]) / (1 + (2 * x));
    }

    /// <summary>1 - erf(x).</summary>
    public static double Erfc(double x) => x < 0.5 ? 1 - ScalarMath.Erf(x) : x > 28 ? 0 : Squared(x, -1) * Erfcx(x);

    /// <summary>The logarithm of the distribution function of the normal distribution.</summary>
    public static double LogNormal(double x) => x < -1
        ? Math.Log(Erfcx(-x * SqrtHalf) / 2) - (x * x / 2)
        : ScalarMath.Log1p(-Normal(-x));

    /// <summary>The distribution function of the normal distribution.</summary>
    public static double Normal(double x)
    {
        if (x >= -1 || double.IsInfinity(x) || double.IsNaN(x))
            return Erfc(-x * SqrtHalf) / 2;
        var square = x * x;
        var rest = Math.FusedMultiplyAdd(x, x, -square);
        return Math.Exp(-square / 2) * (1 - (rest / 2)) * Erfcx(-x * SqrtHalf) / 2;
    }

    /// <summary>The inverse of the error function.</summary>
    public static double InverseErf(double x)
    {
        var magnitude = Math.Abs(x);
        if (magnitude is 0 or > 1 || double.IsNaN(x))
            return magnitude == 0 ? x : double.NaN;
        if (magnitude == 1)
            return double.CopySign(double.PositiveInfinity, x);
        if (magnitude >= 0.5)
            return double.CopySign(InverseNormal((1 - magnitude) / 2) * SqrtHalf, x);
        var y = x * SqrtPi / 2 * (1 + (Math.PI / 12 * x * x));
        for (var step = 0; step < 3; step++)
        {
            var newton = (ScalarMath.Erf(y) - x) * SqrtPi / 2 * Math.Exp(y * y);
            y -= newton / (1 + (y * newton));
        }

        return y;
    }

    /// <summary>The inverse of the distribution function of the normal distribution.</summary>
    public static double InverseNormal(double p)
    {
        if (p is < 0 or > 1 || double.IsNaN(p))
            return double.NaN;
        if (p is 0 or 1)
            return p == 0 ? double.NegativeInfinity : double.PositiveInfinity;
        if (p > 0.5)
            return -InverseNormal(1 - p);
        if (p > 0.3)
            return InverseErf((2 * p) - 1) / SqrtHalf;

        // A rational start (Abramowitz and Stegun, 26.2.22), then Halley's steps.
        var t = Math.Sqrt(-2 * Math.Log(p));
        var y = ((2.30753 + (0.27061 * t)) / (1 + (t * (0.99229 + (0.04481 * t))))) - t;
        for (var step = 0; step < 4; step++)
        {
            var z = -y * SqrtHalf;
            var newton = z > 0
                ? SqrtTwoPi * ((0.5 * Erfcx(z)) - Math.Exp((z * z) + Math.Log(p)))
                : SqrtTwoPi * Math.Exp(z * z) * ((0.5 * Erfc(z)) - p);
            y -= newton / (1 + (y * newton / 2));
        }

        return y;
    }

    /// <summary>exp(x²), or with a sign exp(-x²), without the error of rounding the square.</summary>
    private static double Squared(double x, int sign)
    {
        var square = x * x;
        var rest = Math.FusedMultiplyAdd(x, x, -square);
        return double.IsInfinity(square) ? (sign > 0 ? square : 0) : Math.Exp(sign * square) * (1 + (sign * rest));
    }
}
