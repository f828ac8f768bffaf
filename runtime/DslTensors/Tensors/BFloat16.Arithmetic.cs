using System.Numerics;

namespace DslTensors;

public readonly partial struct BFloat16
{
    /// <summary>The sum.</summary>
    public static BFloat16 operator +(BFloat16 left, BFloat16 right) => (BFloat16)((float)left + (float)right);

    /// <summary>The difference.</summary>
    public static BFloat16 operator -(BFloat16 left, BFloat16 right) => (BFloat16)((float)left - (float)right);

    /// <summary>The product.</summary>
    public static BFloat16 operator *(BFloat16 left, BFloat16 right) => (BFloat16)((float)left * (float)right);

    /// <summary>The quotient.</summary>
    public static BFloat16 operator /(BFloat16 left, BFloat16 right) => (BFloat16)((float)left / (float)right);

    /// <summary>The remainder of the truncated quotient.</summary>
    public static BFloat16 operator %(BFloat16 left, BFloat16 right) => (BFloat16)((float)left % (float)right);

    /// <summary>The number itself.</summary>
    public static BFloat16 operator +(BFloat16 value) => value;

    /// <summary>The number with the other sign.</summary>
    public static BFloat16 operator -(BFloat16 value) => new((ushort)(value._bits ^ SignMask));

    /// <summary>1 more.</summary>
    public static BFloat16 operator ++(BFloat16 value) => (BFloat16)((float)value + 1);

    /// <summary>1 less.</summary>
    public static BFloat16 operator --(BFloat16 value) => (BFloat16)((float)value - 1);

    /// <inheritdoc/>
    static BFloat16 IBitwiseOperators<BFloat16, BFloat16, BFloat16>.operator &(BFloat16 left, BFloat16 right) => new((ushort)(left._bits & right._bits));

    /// <inheritdoc/>
    static BFloat16 IBitwiseOperators<BFloat16, BFloat16, BFloat16>.operator |(BFloat16 left, BFloat16 right) => new((ushort)(left._bits | right._bits));

    /// <inheritdoc/>
    static BFloat16 IBitwiseOperators<BFloat16, BFloat16, BFloat16>.operator ^(BFloat16 left, BFloat16 right) => new((ushort)(left._bits ^ right._bits));

    /// <inheritdoc/>
    static BFloat16 IBitwiseOperators<BFloat16, BFloat16, BFloat16>.operator ~(BFloat16 value) => new((ushort)~value._bits);

    /// <inheritdoc/>
    public static BFloat16 Abs(BFloat16 value) => new(value.Magnitude);

    /// <inheritdoc/>
    public static BFloat16 CopySign(BFloat16 value, BFloat16 sign) => new((ushort)(value.Magnitude | (sign._bits & SignMask)));

    /// <inheritdoc/>
    public static int Sign(BFloat16 value) => MathF.Sign((float)value);

    /// <inheritdoc/>
    public static BFloat16 FusedMultiplyAdd(BFloat16 left, BFloat16 right, BFloat16 addend)
    {
        // The product is exact in double, and its sum with the addend rounds there at most once; what it loses is added as a last bit.
        var (product, term) = ((double)left * (double)right, (double)addend);
        var sum = product + term;
        var shift = sum - product;
        var lost = (product - (sum - shift)) + (term - shift);
        if (lost != 0 && double.IsFinite(sum) && (BitConverter.DoubleToInt64Bits(sum) & 1) == 0)
            sum = lost > 0 ? Math.BitIncrement(sum) : Math.BitDecrement(sum);
        return (BFloat16)sum;
    }
}
