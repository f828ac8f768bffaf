using ILGPU.Algorithms;

namespace DslTensors.Devices.Lanes;

internal readonly partial struct FloatLane
{
    public static FloatLane Exp(FloatLane a) => new(XMath.Exp(a._value));

    public static FloatLane Exp2(FloatLane a) => new(XMath.Exp2(a._value));

    public static FloatLane Log(FloatLane a) => new(XMath.Log(a._value));

    public static FloatLane Log2(FloatLane a) => new(XMath.Log2(a._value));

    public static FloatLane Log10(FloatLane a) => new(XMath.Log10(a._value));

    public static FloatLane Sin(FloatLane a) => new(XMath.Sin(a._value));

    public static FloatLane Cos(FloatLane a) => new(XMath.Cos(a._value));

    public static FloatLane Tan(FloatLane a) => new(XMath.Tan(a._value));

    public static FloatLane Asin(FloatLane a) => new(XMath.Asin(a._value));

    public static FloatLane Acos(FloatLane a) => new(XMath.Acos(a._value));

    public static FloatLane Atan(FloatLane a) => new(XMath.Atan(a._value));

    public static FloatLane Atan2(FloatLane y, FloatLane x) => new(XMath.Atan2(y._value, x._value));

    // Near 0 the difference would lose digits, and device functions are not exact enough for tricks with them.
    public static FloatLane Expm1(FloatLane a)
    {
        var x = a._value;
        if (XMath.Abs(x) > 0.5f)
            return new(XMath.Exp(x) - 1f);
        return new(x * (1.0f + (x * (0.5f + (x * (0.16666666666666666f + (x * (0.041666666666666664f + (x * (0.008333333333333333f + (x * (0.001388888888888889f + (x * (0.0001984126984126984f + (x * (2.48015873015873e-05f + (x * (2.7557319223985893e-06f))))))))))))))))));
    }

    public static FloatLane Log1p(FloatLane a)
    {
        var x = a._value;
        if (!(XMath.Abs(x) < 0.5f))
            return new(XMath.Log(1f + x));
        var s = x / (2f + x);
        var q = s * s;
        return new(2f * s * (1.0f + (q * (0.3333333333333333f + (q * (0.2f + (q * (0.14285714285714285f + (q * (0.1111111111111111f + (q * (0.09090909090909091f + (q * (0.07692307692307693f + (q * (0.06666666666666667f + (q * (0.058823529411764705f))))))))))))))))));
    }

    public static FloatLane Sinh(FloatLane a)
    {
        var (up, sign) = (Expm1(Abs(a))._value, a._value < 0f ? -0.5f : 0.5f);
        return new(sign * (up > 1e17f ? up : up + (up / (up + 1f))));
    }

    public static FloatLane Cosh(FloatLane a)
    {
        var up = XMath.Exp(XMath.Abs(a._value));
        return new(0.5f * (up + (1f / up)));
    }

    public static FloatLane Tanh(FloatLane a)
    {
        var z = XMath.Abs(a._value);
        if (z > 10f)
            return new(a._value < 0f ? -1f : 1f);
        var twice = Expm1(new(2f * z))._value;
        var value = twice / (twice + 2f);
        return new(a._value < 0f ? -value : value);
    }

    public static FloatLane Asinh(FloatLane a)
    {
        var z = XMath.Abs(a._value);
        var value = z > 1e9f ? XMath.Log(z) + 0.6931471805599453f : Log1p(new(z + (z * z / (1f + XMath.Sqrt((z * z) + 1f)))))._value;
        return new(a._value < 0f ? -value : value);
    }

    public static FloatLane Acosh(FloatLane a)
    {
        var x = a._value;
        if (x > 1e9f)
            return new(XMath.Log(x) + 0.6931471805599453f);
        var above = x - 1f;
        return Log1p(new(above + XMath.Sqrt((above * above) + (2f * above))));
    }

    public static FloatLane Atanh(FloatLane a) => new(0.5f * (Log1p(a)._value - Log1p(-a)._value));

    public static FloatLane Pow(FloatLane a, FloatLane exponent)
    {
        var (x, y) = (a._value, exponent._value);
        if (y == 0f || x == 1f)
            return new(1f);
        if (XMath.IsNaN(x) || XMath.IsNaN(y))
            return new(x + y);
        var isInteger = XMath.Floor(y) == y;
        var isOdd = isInteger && XMath.Abs(XMath.Rem(y, 2f)) == 1f;
        if (x < 0f && !isInteger && !XMath.IsInfinity(x) && !XMath.IsInfinity(y))
            return new(float.NaN);
        if (x == 0f)
            return new(y > 0f ? (isOdd ? x : 0f) : isOdd ? 1f / x : float.PositiveInfinity);
        var magnitude = XMath.Abs(x) == 1f ? 1f : XMath.Pow(XMath.Abs(x), y);
        return new(x < 0f && isOdd ? -magnitude : magnitude);
    }

    public static FloatLane Cbrt(FloatLane a)
    {
        var z = XMath.Abs(a._value);
        if (z == 0f || XMath.IsNaN(z) || XMath.IsInfinity(z))
            return a;
        var root = XMath.Pow(z, 0.3333333333333333f);
        root -= ((root * root * root) - z) / (3f * root * root);
        return new(a._value < 0f ? -root : root);
    }

    public static FloatLane Erf(FloatLane a)
    {
        // Near 0 the complement would lose digits.
        var x = a._value;
        var z = XMath.Abs(x);
        if (z < 0.5f)
        {
            var s = x * x;
            return new(x * (1.1283791671f - (s * (0.3761263890f - (s * (0.1128379167f - (s * (0.0268661706f - (s * (0.0052239776f - (s * 0.0008548327f)))))))))));
        }

        // Numerical Recipes' rational Chebyshev form of the complement.
        var t = 1f / (1f + (0.5f * z));
        var p = -1.13520398f + (t * (1.48851587f + (t * (-0.82215223f + (t * 0.17087277f)))));
        p = 0.37409196f + (t * (0.09678418f + (t * (-0.18628806f + (t * (0.27886807f + (t * p)))))));
        var complement = t * XMath.Exp((-z * z) - 1.26551223f + (t * (1.00002368f + (t * p))));
        return new(x < 0f ? complement - 1f : 1f - complement);
    }

    public static FloatLane Sigmoid(FloatLane a) => new(1f / (1f + XMath.Exp(-a._value)));
}
