using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace DslTensors;

public readonly partial struct BFloat16
{
    private const NumberStyles UsualStyle = NumberStyles.Float | NumberStyles.AllowThousands;

    // Of a double: the bits below those of a BFloat16, and the highest of them alone, where ties lie.
    private const long RestMask = (1L << 45) - 1;
    private const long TieBit = 1L << 44;

    /// <summary>The number nearest to a text.</summary>
    /// <exception cref="FormatException">The text is no number.</exception>
    public static BFloat16 Parse(string s) => Parse(s, UsualStyle, null);

    /// <inheritdoc cref="Parse(string)"/>
    public static BFloat16 Parse(string s, NumberStyles style) => Parse(s, style, null);

    /// <inheritdoc/>
    public static BFloat16 Parse(string s, IFormatProvider? provider) => Parse(s, UsualStyle, provider);

    /// <inheritdoc/>
    public static BFloat16 Parse(string s, NumberStyles style, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), style, provider);
    }

    /// <inheritdoc/>
    public static BFloat16 Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, UsualStyle, provider);

    /// <inheritdoc/>
    public static BFloat16 Parse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider) =>
        Nearest(double.Parse(s, style, provider), s, NumberFormatInfo.GetInstance(provider));

    /// <summary>The number nearest to a text, if it is one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out BFloat16 result) => TryParse(s, UsualStyle, null, out result);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BFloat16 result) => TryParse(s, UsualStyle, provider, out result);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out BFloat16 result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    /// <summary>The number nearest to a text, if it is one.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, out BFloat16 result) => TryParse(s, UsualStyle, null, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out BFloat16 result) => TryParse(s, UsualStyle, provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out BFloat16 result)
    {
        var isNumber = double.TryParse(s, style, provider, out var value);
        result = isNumber ? Nearest(value, s, NumberFormatInfo.GetInstance(provider)) : Zero;
        return isNumber;
    }

    // The double is the text rounded once. It must not be rounded again where it landed on a tie that the text only comes near.
    private static BFloat16 Nearest(double value, ReadOnlySpan<char> text, NumberFormatInfo format)
    {
        var isTie = (BitConverter.DoubleToInt64Bits(value) & RestMask) == TieBit || (Math.Abs(value) < 2e-38 && value != 0);
        if (!isTie || !double.IsFinite(value))
            return (BFloat16)value;
        var side = DecimalText.Compare(text, format, Math.Abs(value));
        return (BFloat16)(side == 0 ? value : side > 0 == value > 0 ? Math.BitIncrement(value) : Math.BitDecrement(value));
    }

    /// <summary>Numbers as they are written, without rounding.</summary>
    private static class DecimalText
    {
        /// <summary>The sign of the difference of a text's magnitude, which is known to be a number, and a magnitude.</summary>
        public static int Compare(ReadOnlySpan<char> text, NumberFormatInfo format, double magnitude)
        {
            var (digits, power) = Read(text.ToString().Replace(format.CurrencySymbol, ""), format);
            var bits = BitConverter.DoubleToInt64Bits(magnitude);
            var exponent = (int)(bits >> 52);
            BigInteger significand = (bits & ((1L << 52) - 1)) | (exponent == 0 ? 0 : 1L << 52);
            var shift = Math.Max(exponent, 1) - 1075;
            var left = digits * BigInteger.Pow(10, Math.Max(power, 0)) * BigInteger.Pow(2, Math.Max(-shift, 0));
            var right = significand * BigInteger.Pow(10, Math.Max(-power, 0)) * BigInteger.Pow(2, Math.Max(shift, 0));
            return left.CompareTo(right);
        }

        private static (BigInteger Digits, int Power) Read(string text, NumberFormatInfo format)
        {
            var mark = text.IndexOfAny(['e', 'E']);
            var number = mark < 0 ? text : text[..mark];
            var power = mark < 0 ? 0 : int.Parse(text[(mark + 1)..].TrimEnd(' ', '\t', '\n', '\v', '\f', '\r', '\0', ')'), NumberStyles.AllowLeadingSign, format);
            var point = number.IndexOf(format.NumberDecimalSeparator, StringComparison.Ordinal);
            var digits = string.Concat(number.Where(char.IsAsciiDigit));
            var places = point < 0 ? 0 : number[point..].Count(char.IsAsciiDigit);
            return (BigInteger.Parse("0" + digits, CultureInfo.InvariantCulture), power - places);
        }
    }
}
