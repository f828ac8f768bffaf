using System.Globalization;

namespace DslTensors.Tests.Lanes;

/// <summary>Distances between floating-point numbers, counted in representable numbers.</summary>
internal static class Ulp
{
    /// <summary>How many steps lie between two numbers; NaN is as far as can be from any number and 0 from itself. Signs of zero count.</summary>
    public static ulong Distance(double a, double b)
    {
        if (double.IsNaN(a) || double.IsNaN(b))
            return double.IsNaN(a) && double.IsNaN(b) ? 0 : ulong.MaxValue;
        return Difference(Order(BitConverter.DoubleToInt64Bits(a), long.MinValue), Order(BitConverter.DoubleToInt64Bits(b), long.MinValue));
    }

    /// <inheritdoc cref="Distance(double, double)"/>
    public static ulong Distance(float a, float b)
    {
        if (float.IsNaN(a) || float.IsNaN(b))
            return float.IsNaN(a) && float.IsNaN(b) ? 0 : ulong.MaxValue;
        return Difference(Order(BitConverter.SingleToInt32Bits(a), int.MinValue), Order(BitConverter.SingleToInt32Bits(b), int.MinValue));
    }

    /// <summary>The distance of numbers of either type.</summary>
    public static ulong Distance<T>(T a, T b)
        where T : unmanaged => (a, b) switch
        {
            (float x, float y) => Distance(x, y),
            (double x, double y) => Distance(x, y),
            _ => throw new ArgumentException(typeof(T).Name),
        };

    /// <summary>The number with these bits in hexadecimal.</summary>
    public static T Parse<T>(string bits)
        where T : unmanaged => typeof(T) == typeof(float)
        ? (T)(object)BitConverter.UInt32BitsToSingle(uint.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture))
        : (T)(object)BitConverter.UInt64BitsToDouble(ulong.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private static Int128 Order(long bits, long least) => bits < 0 ? (Int128)least - bits - 1 : bits;

    private static ulong Difference(Int128 a, Int128 b) => (ulong)Int128.Abs(a - b);
}
