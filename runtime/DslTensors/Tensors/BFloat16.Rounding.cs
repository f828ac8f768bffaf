namespace DslTensors;

public readonly partial struct BFloat16
{
    /// <inheritdoc/>
    public static BFloat16 Ceiling(BFloat16 x) => (BFloat16)MathF.Ceiling((float)x);

    /// <inheritdoc/>
    public static BFloat16 Floor(BFloat16 x) => (BFloat16)MathF.Floor((float)x);

    /// <inheritdoc/>
    public static BFloat16 Truncate(BFloat16 x) => (BFloat16)MathF.Truncate((float)x);

    /// <inheritdoc/>
    public static BFloat16 Round(BFloat16 x) => (BFloat16)MathF.Round((float)x);

    /// <inheritdoc/>
    public static BFloat16 Round(BFloat16 x, int digits) => (BFloat16)MathF.Round((float)x, digits);

    /// <inheritdoc/>
    public static BFloat16 Round(BFloat16 x, MidpointRounding mode) => (BFloat16)MathF.Round((float)x, mode);

    /// <inheritdoc/>
    public static BFloat16 Round(BFloat16 x, int digits, MidpointRounding mode) => (BFloat16)MathF.Round((float)x, digits, mode);

    /// <inheritdoc/>
    public static BFloat16 Ieee754Remainder(BFloat16 left, BFloat16 right) => (BFloat16)MathF.IEEERemainder((float)left, (float)right);
}
