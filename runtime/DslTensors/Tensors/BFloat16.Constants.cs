using System.Numerics;

namespace DslTensors;

public readonly partial struct BFloat16
{
    /// <summary>The least positive number, about 9.2e-41.</summary>
    public static BFloat16 Epsilon => new(0x0001);

    /// <summary>The greatest finite number, about 3.39e38.</summary>
    public static BFloat16 MaxValue => new(0x7F7F);

    /// <summary>The least finite number, about -3.39e38.</summary>
    public static BFloat16 MinValue => new(0xFF7F);

    /// <summary>Not a number.</summary>
    public static BFloat16 NaN => new(0xFFC0);

    /// <summary>Infinity.</summary>
    public static BFloat16 PositiveInfinity => new(InfinityBits);

    /// <summary>Negative infinity.</summary>
    public static BFloat16 NegativeInfinity => new(InfinityBits | SignMask);

    /// <summary>Zero with a negative sign.</summary>
    public static BFloat16 NegativeZero => new(SignMask);

    /// <summary>0.</summary>
    public static BFloat16 Zero => new(0);

    /// <summary>1.</summary>
    public static BFloat16 One => new(0x3F80);

    /// <summary>-1.</summary>
    public static BFloat16 NegativeOne => new(0xBF80);

    /// <summary>Euler's number, 2.71875.</summary>
    public static BFloat16 E => new(0x402E);

    /// <summary>The circumference of a circle over its diameter, 3.140625.</summary>
    public static BFloat16 Pi => new(0x4049);

    /// <summary>The circumference of a circle over its radius, 6.28125.</summary>
    public static BFloat16 Tau => new(0x40C9);

    /// <inheritdoc/>
    static int INumberBase<BFloat16>.Radix => 2;

    /// <inheritdoc/>
    static BFloat16 IBinaryNumber<BFloat16>.AllBitsSet => new(0xFFFF);

    /// <inheritdoc/>
    static BFloat16 IAdditiveIdentity<BFloat16, BFloat16>.AdditiveIdentity => Zero;

    /// <inheritdoc/>
    static BFloat16 IMultiplicativeIdentity<BFloat16, BFloat16>.MultiplicativeIdentity => One;
}
