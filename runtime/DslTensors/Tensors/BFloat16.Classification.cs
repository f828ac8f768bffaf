using System.Numerics;

namespace DslTensors;

public readonly partial struct BFloat16
{
    /// <inheritdoc/>
    public static bool IsFinite(BFloat16 value) => value.Magnitude < InfinityBits;

    /// <inheritdoc/>
    public static bool IsInfinity(BFloat16 value) => value.Magnitude == InfinityBits;

    /// <inheritdoc/>
    public static bool IsNaN(BFloat16 value) => value.Magnitude > InfinityBits;

    /// <inheritdoc/>
    public static bool IsNegative(BFloat16 value) => (value._bits & SignMask) != 0;

    /// <inheritdoc/>
    public static bool IsPositive(BFloat16 value) => (value._bits & SignMask) == 0;

    /// <inheritdoc/>
    public static bool IsNegativeInfinity(BFloat16 value) => value._bits == (InfinityBits | SignMask);

    /// <inheritdoc/>
    public static bool IsPositiveInfinity(BFloat16 value) => value._bits == InfinityBits;

    /// <inheritdoc/>
    public static bool IsNormal(BFloat16 value) => value.Magnitude is >= SmallestNormalBits and < InfinityBits;

    /// <inheritdoc/>
    public static bool IsSubnormal(BFloat16 value) => value.Magnitude is > 0 and < SmallestNormalBits;

    /// <inheritdoc/>
    static bool INumberBase<BFloat16>.IsZero(BFloat16 value) => value.Magnitude == 0;

    /// <inheritdoc/>
    public static bool IsInteger(BFloat16 value) => float.IsInteger((float)value);

    /// <inheritdoc/>
    public static bool IsEvenInteger(BFloat16 value) => float.IsEvenInteger((float)value);

    /// <inheritdoc/>
    public static bool IsOddInteger(BFloat16 value) => float.IsOddInteger((float)value);

    /// <inheritdoc/>
    public static bool IsPow2(BFloat16 value) => float.IsPow2((float)value);

    /// <inheritdoc/>
    public static bool IsRealNumber(BFloat16 value) => !IsNaN(value);

    /// <inheritdoc/>
    static bool INumberBase<BFloat16>.IsCanonical(BFloat16 value) => true;

    /// <inheritdoc/>
    static bool INumberBase<BFloat16>.IsComplexNumber(BFloat16 value) => false;

    /// <inheritdoc/>
    static bool INumberBase<BFloat16>.IsImaginaryNumber(BFloat16 value) => false;
}
