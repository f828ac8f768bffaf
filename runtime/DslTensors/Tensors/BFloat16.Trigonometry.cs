namespace DslTensors;

public readonly partial struct BFloat16
{
    /// <inheritdoc/>
    public static BFloat16 Sin(BFloat16 x) => (BFloat16)MathF.Sin((float)x);

    /// <inheritdoc/>
    public static BFloat16 Cos(BFloat16 x) => (BFloat16)MathF.Cos((float)x);

    /// <inheritdoc/>
    public static BFloat16 Tan(BFloat16 x) => (BFloat16)MathF.Tan((float)x);

    /// <inheritdoc/>
    public static BFloat16 Asin(BFloat16 x) => (BFloat16)MathF.Asin((float)x);

    /// <inheritdoc/>
    public static BFloat16 Acos(BFloat16 x) => (BFloat16)MathF.Acos((float)x);

    /// <inheritdoc/>
    public static BFloat16 Atan(BFloat16 x) => (BFloat16)MathF.Atan((float)x);

    /// <inheritdoc/>
    public static BFloat16 Atan2(BFloat16 y, BFloat16 x) => (BFloat16)MathF.Atan2((float)y, (float)x);

    /// <inheritdoc/>
    public static BFloat16 SinPi(BFloat16 x) => (BFloat16)float.SinPi((float)x);

    /// <inheritdoc/>
    public static BFloat16 CosPi(BFloat16 x) => (BFloat16)float.CosPi((float)x);

    /// <inheritdoc/>
    public static BFloat16 TanPi(BFloat16 x) => (BFloat16)float.TanPi((float)x);

    /// <inheritdoc/>
    public static BFloat16 AsinPi(BFloat16 x) => (BFloat16)float.AsinPi((float)x);

    /// <inheritdoc/>
    public static BFloat16 AcosPi(BFloat16 x) => (BFloat16)float.AcosPi((float)x);

    /// <inheritdoc/>
    public static BFloat16 AtanPi(BFloat16 x) => (BFloat16)float.AtanPi((float)x);

    /// <inheritdoc/>
    public static BFloat16 Atan2Pi(BFloat16 y, BFloat16 x) => (BFloat16)float.Atan2Pi((float)y, (float)x);

    /// <inheritdoc/>
    public static (BFloat16 Sin, BFloat16 Cos) SinCos(BFloat16 x) => (Sin(x), Cos(x));

    /// <inheritdoc/>
    public static (BFloat16 SinPi, BFloat16 CosPi) SinCosPi(BFloat16 x) => (SinPi(x), CosPi(x));
}
