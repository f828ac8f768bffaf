using System.Runtime.CompilerServices;

namespace DslTensors;

public readonly partial struct BFloat16
{
    private const int DoubleBits = 53;

    /// <summary>The nearest number; ties go to the even one, and what is too great to infinity.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static explicit operator BFloat16(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        if (float.IsNaN(value))
            return new BFloat16((ushort)((bits >> 16) | 0x40));

        // Half of the last place, less 1 unless the place is odd; the carry runs into the exponent as it should.
        return new BFloat16((ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16));
    }

    /// <summary>The nearest number; ties go to the even one, and what is too great to infinity.</summary>
    public static explicit operator BFloat16(double value)
    {
        var single = (float)value;
        if (double.IsNaN(value) || single == value)
            return (BFloat16)single;

        // Rounded to odd, the float still tells on which side of a tie the double lies: so nothing is rounded twice.
        var bits = BitConverter.SingleToUInt32Bits(single);
        if (Math.Abs((double)single) > Math.Abs(value))
            bits--;
        return (BFloat16)BitConverter.UInt32BitsToSingle(bits | 1);
    }

    /// <summary>The nearest number.</summary>
    public static explicit operator BFloat16(Half value) => (BFloat16)(float)value;

    /// <summary>The nearest number.</summary>
    public static explicit operator BFloat16(decimal value) => Parse(value.ToString(System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The same number.</summary>
    public static implicit operator BFloat16(byte value) => (BFloat16)(float)value;

    /// <summary>The same number.</summary>
    public static implicit operator BFloat16(sbyte value) => (BFloat16)(float)value;

    /// <summary>The nearest number.</summary>
    public static explicit operator BFloat16(short value) => (BFloat16)(float)value;

    /// <summary>The nearest number.</summary>
    public static explicit operator BFloat16(ushort value) => (BFloat16)(float)value;

    /// <summary>The nearest number.</summary>
    public static explicit operator BFloat16(char value) => (BFloat16)(float)value;

    /// <summary>The nearest number.</summary>
    public static explicit operator BFloat16(int value) => (BFloat16)(double)value;

    /// <summary>The nearest number.</summary>
    public static explicit operator BFloat16(uint value) => (BFloat16)(double)value;

    /// <summary>The nearest number.</summary>
    public static explicit operator BFloat16(long value) => (BFloat16)(Int128)value;

    /// <summary>The nearest number.</summary>
    public static explicit operator BFloat16(ulong value) => (BFloat16)(UInt128)value;

    /// <summary>The nearest number.</summary>
    public static explicit operator BFloat16(nint value) => (BFloat16)(Int128)value;

    /// <summary>The nearest number.</summary>
    public static explicit operator BFloat16(nuint value) => (BFloat16)(UInt128)value;

    /// <summary>The nearest number.</summary>
    public static explicit operator BFloat16(Int128 value) => value < 0 ? -(BFloat16)(UInt128)(-value) : (BFloat16)(UInt128)value;

    /// <summary>The nearest number.</summary>
    public static explicit operator BFloat16(UInt128 value)
    {
        var surplus = 128 - (int)UInt128.LeadingZeroCount(value) - DoubleBits;
        if (surplus <= 0)
            return (BFloat16)(double)value;

        // A last bit that stands for all that is cut off keeps a tie from being taken for one.
        var cut = value & ((UInt128.One << surplus) - 1);
        var kept = (ulong)(value >> surplus) | (cut == 0 ? 0ul : 1ul);
        return (BFloat16)Math.ScaleB((double)kept, surplus);
    }

    /// <summary>The same number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static explicit operator float(BFloat16 value) => BitConverter.UInt32BitsToSingle((uint)value._bits << 16);

    /// <summary>The same number.</summary>
    public static explicit operator double(BFloat16 value) => (float)value;

    /// <summary>The nearest half.</summary>
    public static explicit operator Half(BFloat16 value) => (Half)(float)value;

    /// <summary>The same number as far as a decimal has digits.</summary>
    public static explicit operator decimal(BFloat16 value) => (decimal)(float)value;

    /// <summary>The number without its fraction.</summary>
    public static explicit operator byte(BFloat16 value) => (byte)(float)value;

    /// <summary>The number without its fraction.</summary>
    public static explicit operator sbyte(BFloat16 value) => (sbyte)(float)value;

    /// <summary>The number without its fraction.</summary>
    public static explicit operator short(BFloat16 value) => (short)(float)value;

    /// <summary>The number without its fraction.</summary>
    public static explicit operator ushort(BFloat16 value) => (ushort)(float)value;

    /// <summary>The number without its fraction.</summary>
    public static explicit operator char(BFloat16 value) => (char)(float)value;

    /// <summary>The number without its fraction.</summary>
    public static explicit operator int(BFloat16 value) => (int)(float)value;

    /// <summary>The number without its fraction.</summary>
    public static explicit operator uint(BFloat16 value) => (uint)(float)value;

    /// <summary>The number without its fraction.</summary>
    public static explicit operator long(BFloat16 value) => (long)(float)value;

    /// <summary>The number without its fraction.</summary>
    public static explicit operator ulong(BFloat16 value) => (ulong)(float)value;

    /// <summary>The number without its fraction.</summary>
    public static explicit operator nint(BFloat16 value) => (nint)(float)value;

    /// <summary>The number without its fraction.</summary>
    public static explicit operator nuint(BFloat16 value) => (nuint)(float)value;

    /// <summary>The number without its fraction.</summary>
    public static explicit operator Int128(BFloat16 value) => (Int128)(double)value;

    /// <summary>The number without its fraction.</summary>
    public static explicit operator UInt128(BFloat16 value) => (UInt128)(double)value;
}
