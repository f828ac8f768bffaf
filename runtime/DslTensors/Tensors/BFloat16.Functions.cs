namespace DslTensors;

public readonly partial struct BFloat16
{
    /// <inheritdoc/>
    public static BFloat16 Sqrt(BFloat16 x) => (BFloat16)MathF.Sqrt((float)x);

    /// <inheritdoc/>
    public static BFloat16 Cbrt(BFloat16 x) => (BFloat16)MathF.Cbrt((float)x);

    /// <inheritdoc/>
    public static BFloat16 Hypot(BFloat16 x, BFloat16 y) => (BFloat16)float.Hypot((float)x, (float)y);

    /// <inheritdoc/>
    public static BFloat16 RootN(BFloat16 x, int n) => (BFloat16)float.RootN((float)x, n);

    /// <inheritdoc/>
    public static BFloat16 Pow(BFloat16 x, BFloat16 y) => (BFloat16)MathF.Pow((float)x, (float)y);

    /// <inheritdoc/>
    public static BFloat16 Exp(BFloat16 x) => (BFloat16)MathF.Exp((float)x);

    /// <inheritdoc/>
    public static BFloat16 ExpM1(BFloat16 x) => (BFloat16)float.ExpM1((float)x);

    /// <inheritdoc/>
    public static BFloat16 Exp2(BFloat16 x) => (BFloat16)float.Exp2((float)x);

    /// <inheritdoc/>
    public static BFloat16 Exp2M1(BFloat16 x) => (BFloat16)float.Exp2M1((float)x);

    /// <inheritdoc/>
    public static BFloat16 Exp10(BFloat16 x) => (BFloat16)float.Exp10((float)x);

    /// <inheritdoc/>
    public static BFloat16 Exp10M1(BFloat16 x) => (BFloat16)float.Exp10M1((float)x);

    /// <inheritdoc/>
    public static BFloat16 Log(BFloat16 x) => (BFloat16)MathF.Log((float)x);

    /// <inheritdoc/>
    public static BFloat16 Log(BFloat16 x, BFloat16 newBase) => (BFloat16)MathF.Log((float)x, (float)newBase);

    /// <inheritdoc/>
    public static BFloat16 Log2(BFloat16 x) => (BFloat16)MathF.Log2((float)x);

    /// <inheritdoc/>
    public static BFloat16 Log10(BFloat16 x) => (BFloat16)MathF.Log10((float)x);

    /// <inheritdoc/>
    public static BFloat16 LogP1(BFloat16 x) => (BFloat16)float.LogP1((float)x);

    /// <inheritdoc/>
    public static BFloat16 Log2P1(BFloat16 x) => (BFloat16)float.Log2P1((float)x);

    /// <inheritdoc/>
    public static BFloat16 Log10P1(BFloat16 x) => (BFloat16)float.Log10P1((float)x);

    /// <inheritdoc/>
    public static BFloat16 Sinh(BFloat16 x) => (BFloat16)MathF.Sinh((float)x);

    /// <inheritdoc/>
    public static BFloat16 Cosh(BFloat16 x) => (BFloat16)MathF.Cosh((float)x);

    /// <inheritdoc/>
    public static BFloat16 Tanh(BFloat16 x) => (BFloat16)MathF.Tanh((float)x);

    /// <inheritdoc/>
    public static BFloat16 Asinh(BFloat16 x) => (BFloat16)MathF.Asinh((float)x);

    /// <inheritdoc/>
    public static BFloat16 Acosh(BFloat16 x) => (BFloat16)MathF.Acosh((float)x);

    /// <inheritdoc/>
    public static BFloat16 Atanh(BFloat16 x) => (BFloat16)MathF.Atanh((float)x);

    /// <inheritdoc/>
    public static BFloat16 ReciprocalEstimate(BFloat16 x) => (BFloat16)MathF.ReciprocalEstimate((float)x);

    /// <inheritdoc/>
    public static BFloat16 ReciprocalSqrtEstimate(BFloat16 x) => (BFloat16)MathF.ReciprocalSqrtEstimate((float)x);

    /// <inheritdoc/>
    public static BFloat16 Lerp(BFloat16 value1, BFloat16 value2, BFloat16 amount) => (BFloat16)float.Lerp((float)value1, (float)value2, (float)amount);
}
