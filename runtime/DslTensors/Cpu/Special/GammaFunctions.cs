namespace DslTensors.Cpu;

/// <summary>
/// The logarithm of the gamma function and its derivatives: Stirling's series from 12 on, recurrences below, and around 1 and 2, where the
/// logarithm is 0, its Taylor series. A few units of the last place, there too; beside the other zeros, at negative arguments, relative to 1.
/// </summary>
internal static class GammaFunctions
{
    private const double Euler = 0.57721566490153286061;
    private const double HalfLogTwoPi = 0.91893853320467274178;

    // The zeta function less 1 at 2, 3, ...
    private static readonly double[] s_zetaLessOne =
    [
        0.6449340668482264365, 0.2020569031595942854, 0.08232323371113819152, 0.03692775514336992633, 0.01734306198444913971,
        0.00834927738192282684, 0.004077356197944339379, 0.002008392826082214418, 0.0009945751278180853371, 0.0004941886041194645587,
        0.0002460865533080482986, 0.0001227133475784891468, 0.00006124813505870482926, 0.00003058823630702049355, 0.00001528225940865187173,
        7.637197637899762274e-6, 3.817293264999839856e-6, 1.908212716553938926e-6, 9.539620338727961132e-7, 4.769329867878064631e-7,
        2.3845050272773299e-7, 1.192199259653110731e-7, 5.960818905125947961e-8, 2.980350351465228019e-8, 1.490155482836504123e-8,
        7.450711789835429492e-9, 3.725334024788457055e-9, 1.862659723513049006e-9, 9.313274324196681829e-10, 4.656629065033784073e-10,
    ];

    // The coefficients of Stirling's series, B(2k) / (2k (2k - 1)), and those of its derivative, B(2k) / 2k.
    private static readonly double[] s_stirling =
        [1 / 12.0, -1 / 360.0, 1 / 1260.0, -1 / 1680.0, 1 / 1188.0, -691 / 360360.0, 1 / 156.0, -3617 / 122400.0];

    private static readonly double[] s_digamma =
        [1 / 12.0, -1 / 120.0, 1 / 252.0, -1 / 240.0, 1 / 132.0, -691 / 32760.0, 1 / 12.0, -3617 / 8160.0];

    // B(2k) / (2k)!, for the formula of Euler and Maclaurin.
    private static readonly double[] s_bernoulli =
    [
        1 / 12.0, -1 / 720.0, 1 / 30240.0, -1 / 1209600.0, 1 / 47900160.0, -691 / 1307674368000.0, 1 / 74724249600.0,
        -3617 / 10670622842880000.0, 8.5860620562778446e-15, -2.1748686985580618e-16, 5.5090028283602295e-18, -1.3954464685812523e-19,
    ];

    /// <summary>The logarithm of the magnitude of the gamma function.</summary>
    public static double Log(double x)
    {
        if (double.IsNaN(x))
            return x;
        if (double.IsInfinity(x) || (x <= 0 && x == Math.Floor(x)))
            return double.PositiveInfinity;
        if (x < 0.5)
            return x > 0 ? Log(x + 1) - Math.Log(x) : Math.Log(Math.PI / Math.Abs(SinPi(x))) - Log(1 - x);
        if (x < 1.5)
            return NearOne(x - 1) - ScalarMath.Log1p(x - 1);
        if (x < 2.5)
            return NearOne(x - 2);
        var product = 1.0;
        for (; x < 12; x++)
            product *= x;
        var inverse = 1 / x;
        return ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + (inverse * Series(s_stirling, inverse * inverse)) - Math.Log(product);
    }

    /// <summary>The derivative of the logarithm of the gamma function.</summary>
    public static double Digamma(double x)
    {
        if (x == 0)
            return double.CopySign(double.PositiveInfinity, -x);
        if (x < 0)
            return x == Math.Floor(x) ? double.NaN : Digamma(1 - x) - (Math.PI / TanPi(x));
        if (double.IsInfinity(x))
            return x;
        var sum = 0.0;
        for (; x < 12; x++)
            sum -= 1 / x;
        var inverse = 1 / (x * x);
        return sum + Math.Log(x) - (0.5 / x) - (inverse * Series(s_digamma, inverse));
    }

    /// <summary>A derivative of <see cref="Digamma"/>.</summary>
    /// <param name="order">The order: 0 is the function itself.</param>
    /// <param name="x">The argument.</param>
    public static double Polygamma(int order, double x)
    {
        if (order == 0)
            return Digamma(x);
        if (order == 1 && x < 0.5 && x != Math.Floor(x))
            return (Math.PI / SinPi(x) * (Math.PI / SinPi(x))) - Polygamma(1, 1 - x);
        var factorial = 1.0;
        for (var k = 2; k <= order; k++)
            factorial *= k;
        return (order % 2 == 0 ? -factorial : factorial) * Zeta(order + 1, x);
    }

    /// <summary>The zeta function of Hurwitz, the sum of (q + k)^-s over all k from 0.</summary>
    public static double Zeta(double s, double q)
    {
        if (s == 1)
            return double.PositiveInfinity;
        if (s < 1 || double.IsNaN(s) || double.IsNaN(q))
            return double.NaN;
        if (q <= 0)
        {
            if (q == Math.Floor(q))
                return double.PositiveInfinity;
            if (s != Math.Floor(s))
                return double.NaN;
        }

        const int First = 12;
        var sum = 0.0;
        var start = q;
        for (; start < q + First || start < First; start++)
        {
            var term = Math.Pow(start, -s);
            sum += term;
            if (Math.Abs(term) < 1e-18 * Math.Abs(sum))
                return sum;
        }

        var power = Math.Pow(start, -s);
        sum += (power * start / (s - 1)) + (0.5 * power);
        var factor = s * power / start;
        for (var k = 0; k < s_bernoulli.Length; k++)
        {
            var term = s_bernoulli[k] * factor;
            sum += term;
            if (Math.Abs(term) < 1e-18 * Math.Abs(sum))
                break;
            factor *= (s + (2 * k) + 1) * (s + (2 * k) + 2) / (start * start);
        }

        return sum;
    }

    /// <summary>The sine of pi times x, exact at integers.</summary>
    public static double SinPi(double x) => double.SinPi(x);

    private static double TanPi(double x) => double.TanPi(x);

    // The logarithm of the gamma function at 2 + w.
    private static double NearOne(double w)
    {
        var sum = 0.0;
        for (var k = s_zetaLessOne.Length - 1; k >= 0; k--)
            sum = (s_zetaLessOne[k] / (k + 2)) - (w * sum);
        return w * ((1 - Euler) + (w * sum));
    }

    private static double Series(double[] coefficients, double x)
    {
        var sum = 0.0;
        for (var k = coefficients.Length - 1; k >= 0; k--)
            sum = (sum * x) + coefficients[k];
        return sum;
    }
}
