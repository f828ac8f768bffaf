namespace DslTensors.Lanes;

public partial interface ILane<L>
{
    /// <summary>The magnitude.</summary>
    static abstract L Abs(L a);

    /// <summary>The lesser; NaN if either is, and -0 is less than 0.</summary>
    static abstract L Min(L a, L b);

    /// <summary>The greater; NaN if either is, and 0 is greater than -0.</summary>
    static abstract L Max(L a, L b);

    /// <summary>The greatest integer that is not greater.</summary>
    static abstract L Floor(L a);

    /// <summary>The least integer that is not less.</summary>
    static abstract L Ceiling(L a);

    /// <summary>The nearest integer, the even one of two.</summary>
    static abstract L Round(L a);

    /// <summary>The integer part.</summary>
    static abstract L Truncate(L a);

    /// <summary>The square root, rounded correctly.</summary>
    static abstract L Sqrt(L a);

    /// <summary>The magnitude of <paramref name="a"/> with the sign of <paramref name="sign"/>.</summary>
    static abstract L CopySign(L a, L sign);

    /// <summary>-1, 0 or 1; NaN for NaN.</summary>
    static abstract L Sign(L a);

    /// <summary>e to the power of <paramref name="a"/>.</summary>
    static abstract L Exp(L a);

    /// <summary>2 to the power of <paramref name="a"/>.</summary>
    static abstract L Exp2(L a);

    /// <summary>e to the power of <paramref name="a"/>, less 1.</summary>
    static abstract L Expm1(L a);

    /// <summary>The natural logarithm.</summary>
    static abstract L Log(L a);

    /// <summary>The logarithm to base 2.</summary>
    static abstract L Log2(L a);

    /// <summary>The logarithm to base 10.</summary>
    static abstract L Log10(L a);

    /// <summary>The natural logarithm of 1 + <paramref name="a"/>.</summary>
    static abstract L Log1p(L a);

    /// <summary>The sine of an angle in radians.</summary>
    static abstract L Sin(L a);

    /// <summary>The cosine of an angle in radians.</summary>
    static abstract L Cos(L a);

    /// <summary>The tangent of an angle in radians.</summary>
    static abstract L Tan(L a);

    /// <summary>The hyperbolic sine.</summary>
    static abstract L Sinh(L a);

    /// <summary>The hyperbolic cosine.</summary>
    static abstract L Cosh(L a);

    /// <summary>The hyperbolic tangent.</summary>
    static abstract L Tanh(L a);

    /// <summary>The arcsine, in radians.</summary>
    static abstract L Asin(L a);

    /// <summary>The arccosine, in radians.</summary>
    static abstract L Acos(L a);

    /// <summary>The arctangent, in radians.</summary>
    static abstract L Atan(L a);

    /// <summary>The angle of the point (<paramref name="x"/>, <paramref name="y"/>), in radians.</summary>
    static abstract L Atan2(L y, L x);

    /// <summary>The inverse hyperbolic sine.</summary>
    static abstract L Asinh(L a);

    /// <summary>The inverse hyperbolic cosine.</summary>
    static abstract L Acosh(L a);

    /// <summary>The inverse hyperbolic tangent.</summary>
    static abstract L Atanh(L a);

    /// <summary><paramref name="a"/> to the power of <paramref name="exponent"/>, with C's special cases.</summary>
    static abstract L Pow(L a, L exponent);

    /// <summary>The cube root.</summary>
    static abstract L Cbrt(L a);

    /// <summary>The error function.</summary>
    static abstract L Erf(L a);

    /// <summary>The logistic function 1 / (1 + exp(-a)).</summary>
    static abstract L Sigmoid(L a);
}
