using ILGPU.Algorithms;

namespace DslTensors.Devices.Lanes;

internal readonly partial struct DoubleLane
{
    public static DoubleLane Exp(DoubleLane a) => new(XMath.Exp(a._value));

    public static DoubleLane Exp2(DoubleLane a) => new(XMath.Exp2(a._value));

    public static DoubleLane Log(DoubleLane a) => new(XMath.Log(a._value));

    public static DoubleLane Log2(DoubleLane a) => new(XMath.Log2(a._value));

    public static DoubleLane Log10(DoubleLane a) => new(XMath.Log10(a._value));

    public static DoubleLane Sin(DoubleLane a) => new(XMath.Sin(a._value));

    public static DoubleLane Cos(DoubleLane a) => new(XMath.Cos(a._value));

    public static DoubleLane Tan(DoubleLane a) => new(XMath.Tan(a._value));

    public static DoubleLane Asin(DoubleLane a) => new(XMath.Asin(a._value));

    public static DoubleLane Acos(DoubleLane a) => new(XMath.Acos(a._value));

    public static DoubleLane Atan(DoubleLane a) => new(XMath.Atan(a._value));

    public static DoubleLane Atan2(DoubleLane y, DoubleLane x) => new(XMath.Atan2(y._value, x._value));

    // Near 0 the difference would lose digits, and device functions are not exact enough for tricks with them.
    public static DoubleLane Expm1(DoubleLane a)
    {
        var x = a._value;
        if (XMath.Abs(x) > 0.5)
            return new(XMath.Exp(x) - 1);
        return new(x * (1.0 + (x * (0.5 + (x * (0.16666666666666666 + (x * (0.041666666666666664 + (x * (0.008333333333333333 + (x * (0.001388888888888889 + (x * (0.0001984126984126984 + (x * (2.48015873015873e-05 + (x * (2.7557319223985893e-06 + (x * (2.755731922398589e-07 + (x * (2.505210838544172e-08 + (x * (2.08767569878681e-09 + (x * (1.6059043836821613e-10 + (x * (1.1470745597729725e-11 + (x * (7.647163731819816e-13 + (x * (4.779477332387385e-14))))))))))))))))))))))))))))))));
    }

    public static DoubleLane Log1p(DoubleLane a)
    {
        var x = a._value;
        if (!(XMath.Abs(x) < 0.5))
            return new(XMath.Log(1 + x));
        var s = x / (2 + x);
        var q = s * s;
        return new(2 * s * (1.0 + (q * (0.3333333333333333 + (q * (0.2 + (q * (0.14285714285714285 + (q * (0.1111111111111111 + (q * (0.09090909090909091 + (q * (0.07692307692307693 + (q * (0.06666666666666667 + (q * (0.058823529411764705 + (q * (0.05263157894736842 + (q * (0.047619047619047616 + (q * (0.043478260869565216 + (q * (0.04 + (q * (0.037037037037037035 + (q * (0.034482758620689655 + (q * (0.03225806451612903 + (q * (0.030303030303030304 + (q * (0.02857142857142857 + (q * (0.02702702702702703 + (q * (0.02564102564102564))))))))))))))))))))))))))))))))))))))));
    }

    public static DoubleLane Sinh(DoubleLane a)
    {
        var (up, sign) = (Expm1(Abs(a))._value, a._value < 0 ? -0.5 : 0.5);
        return new(sign * (up > 1e150 ? up : up + (up / (up + 1))));
    }

    public static DoubleLane Cosh(DoubleLane a)
    {
        var up = XMath.Exp(XMath.Abs(a._value));
        return new(0.5 * (up + (1 / up)));
    }

    public static DoubleLane Tanh(DoubleLane a)
    {
        var z = XMath.Abs(a._value);
        if (z > 20)
            return new(a._value < 0 ? -1 : 1);
        var twice = Expm1(new(2 * z))._value;
        var value = twice / (twice + 2);
        return new(a._value < 0 ? -value : value);
    }

    public static DoubleLane Asinh(DoubleLane a)
    {
        var z = XMath.Abs(a._value);
        var value = z > 1e18 ? XMath.Log(z) + 0.6931471805599453 : Log1p(new(z + (z * z / (1 + XMath.Sqrt((z * z) + 1)))))._value;
        return new(a._value < 0 ? -value : value);
    }

    public static DoubleLane Acosh(DoubleLane a)
    {
        var x = a._value;
        if (x > 1e18)
            return new(XMath.Log(x) + 0.6931471805599453);
        var above = x - 1;
        return Log1p(new(above + XMath.Sqrt((above * above) + (2 * above))));
    }

    public static DoubleLane Atanh(DoubleLane a) => new(0.5 * (Log1p(a)._value - Log1p(-a)._value));

    public static DoubleLane Pow(DoubleLane a, DoubleLane exponent)
    {
        var (x, y) = (a._value, exponent._value);
        if (y == 0 || x == 1)
            return new(1);
        if (XMath.IsNaN(x) || XMath.IsNaN(y))
            return new(x + y);
        var isInteger = XMath.Floor(y) == y;
        var isOdd = isInteger && XMath.Abs(XMath.Rem(y, 2)) == 1;
        if (x < 0 && !isInteger && !XMath.IsInfinity(x) && !XMath.IsInfinity(y))
            return new(double.NaN);
        if (x == 0)
            return new(y > 0 ? (isOdd ? x : 0) : isOdd ? 1 / x : double.PositiveInfinity);
        var magnitude = XMath.Abs(x) == 1 ? 1 : XMath.Pow(XMath.Abs(x), y);
        return new(x < 0 && isOdd ? -magnitude : magnitude);
    }

    public static DoubleLane Cbrt(DoubleLane a)
    {
        var z = XMath.Abs(a._value);
        if (z == 0 || XMath.IsNaN(z) || XMath.IsInfinity(z))
            return a;
        var root = XMath.Pow(z, 0.3333333333333333);
        root -= ((root * root * root) - z) / (3 * root * root);
        return new(a._value < 0 ? -root : root);
    }

    public static DoubleLane Erf(DoubleLane a)
    {
        // Kummer's series: all terms are positive, so that nothing cancels.
        var x = a._value;
        var z = XMath.Abs(x);
        if (z > 6)
            return new(x < 0 ? -1 : 1);
        var term = z;
        var sum = z;
        for (var n = 1; n < 140; n++)
        {
            term *= 2 * z * z / ((2 * n) + 1);
            sum += term;
        }

        var value = 1.1283791670955126 * sum * XMath.Exp(-z * z);
        return new(x < 0 ? -value : x >= 0 ? value : x);
    }

    public static DoubleLane Sigmoid(DoubleLane a) => new(1 / (1 + XMath.Exp(-a._value)));
}
