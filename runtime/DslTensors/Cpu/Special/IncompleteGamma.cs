namespace DslTensors.Cpu;

/// <summary>
/// The regularized incomplete gamma functions: a power series below a + 1, a continued fraction above (Lentz). About 1e-14 relative to the
/// result for a up to 100, less for greater ones, as the factor in front grows in its exponent.
/// </summary>
internal static class IncompleteGamma
{
    private const int MostTerms = 100_000;

    /// <summary>The lower function P(a, x).</summary>
    public static double Lower(double a, double x) => Both(a, x).Lower;

    /// <summary>The upper function Q(a, x).</summary>
    public static double Upper(double a, double x) => Both(a, x).Upper;

    private static (double Lower, double Upper) Both(double a, double x)
    {
        if (double.IsNaN(a) || double.IsNaN(x) || a < 0 || x < 0 || (a == 0 && x == 0) || (double.IsInfinity(a) && double.IsInfinity(x)))
            return (double.NaN, double.NaN);
        if (a == 0 || double.IsPositiveInfinity(x))
            return (1, 0);
        if (x == 0 || double.IsPositiveInfinity(a))
            return (0, 1);
        var factor = Math.Exp((a * Math.Log(x)) - x - GammaFunctions.Log(a));
        if (x < a + 1)
        {
            var lower = Math.Min(1, factor * Series(a, x));
            return (lower, 1 - lower);
        }

        var upper = Math.Min(1, factor * Fraction(a, x));
        return (1 - upper, upper);
    }

    private static double Series(double a, double x)
    {
        var term = 1 / a;
        var sum = term;
        for (var n = 1; n < MostTerms && Math.Abs(term) > 1e-17 * sum; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum;
    }

    private static double Fraction(double a, double x)
    {
        const double Tiny = 1e-300;
        var b = x + 1 - a;
        var (c, d) = (1 / Tiny, 1 / b);
        var fraction = d;
        for (var n = 1; n < MostTerms; n++)
        {
            var step = -n * (n - a);
            b += 2;
            d = 1 / NotZero((step * d) + b);
            c = NotZero(b + (step / c));
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-16)
                break;
        }

        return fraction;

        static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
    }
}
