namespace DslTensors.Cpu;

/// <summary>
/// Bessel functions of orders 0 and 1: integrals over a period up to 25, of which the trapezoidal rule is exact but for rounding, and Hankel's
/// asymptotic series beyond. About 1e-15 absolute; less of arguments so great that their angle is lost.
/// </summary>
internal static class Bessel
{
    private const double Switch = 25;
    private const double Euler = 0.57721566490153286061;
    private const int Points = 96;

    /// <summary>The function of the first kind.</summary>
    public static double J(int order, double x)
    {
        var magnitude = Math.Abs(x);
        var value = magnitude <= Switch ? Integral(order, magnitude) : Hankel(order, magnitude, isSecond: false);
        return order == 1 && x < 0 ? -value : value;
    }

    /// <summary>The function of the second kind.</summary>
    public static double Y(int order, double x)
    {
        if (x <= 0 || double.IsNaN(x))
            return x == 0 ? double.NegativeInfinity : double.NaN;
        if (x > Switch)
            return Hankel(order, x, isSecond: true);

        // Neumann's series in functions of the first kind; that of order 1 by differentiation.
        var logarithm = Math.Log(x / 2) + Euler;
        if (order == 0)
        {
            var sum = 0.0;
            for (var k = 1; k <= 36; k++)
                sum += (k % 2 == 0 ? 1 : -1) * Integral(2 * k, x) / k;
            return 2 / Math.PI * ((logarithm * Integral(0, x)) - (2 * sum));
        }

        var series = 0.0;
        for (var k = 1; k <= 36; k++)
            series += (k % 2 == 0 ? 1 : -1) * (Integral((2 * k) - 1, x) - Integral((2 * k) + 1, x)) / k;
        return 2 / Math.PI * ((logarithm * Integral(1, x)) - (Integral(0, x) / x) + series);
    }

    private static double Integral(int order, double x)
    {
        var sum = 0.0;
        for (var k = 0; k < Points; k++)
        {
            var angle = Math.PI * (k + 0.5) / Points;
            sum += Math.Cos((order * angle) - (x * Math.Sin(angle)));
        }

        return sum / Points;
    }

    private static double Hankel(int order, double x, bool isSecond)
    {
        if (double.IsInfinity(x))
            return 0;
        var (p, q, term) = (1.0, 0.0, 1.0);
        for (var k = 1; k < 40 && Math.Abs(term) > 1e-18; k++)
        {
            var odd = (2.0 * k) - 1;
            var next = term * ((4.0 * order * order) - (odd * odd)) / (8 * k * x);
            if (Math.Abs(next) > Math.Abs(term) && k > 2)
                break;
            term = next;
            var sign = k % 4 < 2 ? 1 : -1;
            if (k % 2 == 1)
                q += sign * term;
            else
                p += (k % 4 == 0 ? 1 : -1) * term;
        }

        var angle = x - (Math.PI / 4) - (order * Math.PI / 2);
        var (sine, cosine) = Math.SinCos(angle);
        return Math.Sqrt(2 / (Math.PI * x)) * (isSecond ? (p * sine) + (q * cosine) : (p * cosine) - (q * sine));
    }
}
