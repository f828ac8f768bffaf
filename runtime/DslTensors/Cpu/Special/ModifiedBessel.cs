namespace DslTensors.Cpu;

/// <summary>The modified Bessel functions of orders 0 and 1: power series and asymptotic series of the first kind, an integral of the second.</summary>
internal static class ModifiedBessel
{
    private const double Switch = 30;

    /// <summary>The function of the first kind of an order, times exp(-|x|).</summary>
    public static double ScaledI(int order, double x)
    {
        if (double.IsInfinity(x))
            return 0;
        var magnitude = Math.Abs(x);
        var value = magnitude <= Switch ? Series(order, magnitude) * Math.Exp(-magnitude) : Asymptotic(order, magnitude);
        return order == 1 && x < 0 ? -value : value;
    }

    /// <summary>The function of the first kind of an order.</summary>
    public static double I(int order, double x)
    {
        var magnitude = Math.Abs(x);
        if (magnitude <= Switch)
            return order == 1 && x < 0 ? -Series(order, magnitude) : Series(order, magnitude);

        // In two steps: the exponential overflows before the product does.
        var half = Math.Exp(magnitude / 2);
        return double.IsInfinity(half) ? (order == 1 ? double.CopySign(half, x) : half) : ScaledI(order, x) * half * half;
    }

    /// <summary>The function of the second kind of an order, times exp(x).</summary>
    public static double ScaledK(int order, double x)
    {
        if (x <= 0 || double.IsNaN(x))
            return x == 0 ? double.PositiveInfinity : double.NaN;

        // The integral of exp(-x (cosh t - 1)) cosh(order t): the trapezoidal rule converges exponentially.
        var step = Math.Min(1 / 16.0, 0.5 / Math.Sqrt(x));
        var sum = 0.5;
        for (var k = 1; ; k++)
        {
            var t = k * step;
            var half = Math.Sinh(t / 2);
            var term = Math.Exp(-2 * x * half * half) * (order == 0 ? 1 : Math.Cosh(t));
            sum += term;
            if (term < 1e-18 * sum)
                return sum * step;
        }
    }

    // All terms are positive, so nothing cancels.
    private static double Series(int order, double x)
    {
        var quarter = x * x / 4;
        var term = order == 0 ? 1 : x / 2;
        var sum = term;
        for (var k = 1; term > 1e-18 * sum; k++)
        {
            term *= quarter / (k * (k + order));
            sum += term;
        }

        return sum;
    }

    private static double Asymptotic(int order, double x)
    {
        var (term, sum) = (1.0, 1.0);
        for (var k = 1; k < 40 && Math.Abs(term) > 1e-18; k++)
        {
            var odd = (2.0 * k) - 1;
            term *= -((4.0 * order * order) - (odd * odd)) / (8 * k * x);
            sum += term;
        }

        return sum / Math.Sqrt(2 * Math.PI * x);
    }
}
