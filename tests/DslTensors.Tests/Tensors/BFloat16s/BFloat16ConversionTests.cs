using System.Globalization;
using DslTensors.Cpu;
using static DslTensors.Tests.Tensors.BFloat16s.AllBFloat16s;

namespace DslTensors.Tests.Tensors.BFloat16s;

/// <summary>Conversions of every number and of everything around the ties.</summary>
public class BFloat16ConversionTests
{
    [Fact]
    public void Every_number_is_the_upper_half_of_its_float_and_comes_back()
    {
        foreach (var value in Values)
        {
            Assert.Equal((uint)Bits(value) << 16, BitConverter.SingleToUInt32Bits((float)value));
            AssertSame(value, (BFloat16)(float)value, $"the round trip by float");
            AssertSame(value, (BFloat16)(double)value, $"the round trip by double");
        }
    }

    [Fact]
    public void Floats_round_to_the_nearest_with_ties_to_even()
    {
        foreach (var (low, high, tie) in Gaps)
        {
            var middle = (float)tie;
            foreach (var sign in new[] { 1, -1 })
            {
                AssertSame(Signed(Even(low, high), sign), (BFloat16)(sign * middle), $"{sign * middle:R}");
                AssertSame(Signed(low, sign), (BFloat16)(sign * MathF.BitDecrement(middle)), $"just below {middle:R}");
                AssertSame(Signed(high, sign), (BFloat16)(sign * MathF.BitIncrement(middle)), $"just above {middle:R}");
            }
        }
    }

    [Fact]
    public void Doubles_are_not_rounded_twice()
    {
        foreach (var (low, high, tie) in Gaps)
        {
            foreach (var sign in new[] { 1, -1 })
            {
                AssertSame(Signed(Even(low, high), sign), (BFloat16)(sign * tie), $"{sign * tie:R}");
                AssertSame(Signed(low, sign), (BFloat16)(sign * Math.BitDecrement(tie)), $"just below {tie:R}");
                AssertSame(Signed(high, sign), (BFloat16)(sign * Math.BitIncrement(tie)), $"just above {tie:R}");
            }
        }
    }

    [Fact]
    public void Integers_are_not_rounded_twice()
    {
        foreach (var (low, high, tie) in Gaps.Where(gap => gap.Tie is >= 1L << 20 and < 1L << 62))
        {
            var middle = (long)tie;
            AssertSame(Even(low, high), (BFloat16)middle, $"{middle}");
            AssertSame(low, (BFloat16)(middle - 1), $"{middle - 1}");
            AssertSame(high, (BFloat16)(middle + 1), $"{middle + 1}");
            AssertSame(-high, (BFloat16)(-middle - 1), $"{-middle - 1}");
            AssertSame(high, BFloat16.CreateChecked((ulong)middle + 1), $"{middle + 1} as ulong");
            AssertSame(high, (BFloat16)((Int128)middle + 1), $"{middle + 1} as Int128");
        }

        AssertSame((BFloat16)9.2233720368547758e18, (BFloat16)long.MaxValue, $"the greatest long");
        AssertSame((BFloat16)(-9.2233720368547758e18), (BFloat16)long.MinValue, $"the least long");
        AssertSame((BFloat16)3.4028236692093846e38, (BFloat16)UInt128.MaxValue, $"the greatest UInt128");
    }

    [Fact]
    public void Blocks_convert_as_single_numbers_do()
    {
        var wide = new float[Values.Length];
        BFloat16Conversion.Widen(Values, wide);
        for (var i = 0; i < wide.Length; i++)
            Assert.Equal((uint)i << 16, BitConverter.SingleToUInt32Bits(wide[i]));

        float[] floats = [.. wide, .. Gaps.SelectMany(gap => new[] { (float)gap.Tie, -(float)gap.Tie, MathF.BitIncrement((float)gap.Tie), MathF.BitDecrement((float)gap.Tie) })];
        var narrow = new BFloat16[floats.Length];
        BFloat16Conversion.Narrow(floats, narrow);
        for (var i = 0; i < narrow.Length; i++)
            AssertSame((BFloat16)floats[i], narrow[i], $"{floats[i]:R}");
    }

    [Fact]
    public void Other_types_convert_without_their_fraction()
    {
        Assert.Equal(3, (int)(BFloat16)3.75f);
        Assert.Equal(-3L, (long)(BFloat16)(-3.75f));
        Assert.Equal((Half)3.75f, (Half)(BFloat16)3.75f);
        Assert.Equal(3.75m, (decimal)(BFloat16)3.75f);
        AssertSame((BFloat16)0.1f, (BFloat16)0.1m, $"0.1m");
        Assert.Equal(200, byte.CreateChecked((BFloat16)200));
        Assert.Throws<OverflowException>(() => byte.CreateChecked((BFloat16)300));
        Assert.Equal(255, byte.CreateSaturating((BFloat16)300));
        Assert.Equal(2.5, double.CreateTruncating((BFloat16)2.5f));
        AssertSame((BFloat16)2.5f, BFloat16.CreateSaturating(2.5), $"2.5");
        AssertSame((BFloat16)2.5f, BFloat16.CreateTruncating((Half)2.5), $"2.5");
    }

    [Fact]
    public void Every_number_reads_as_it_is_written()
    {
        var german = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
        foreach (var value in Values)
        {
            AssertSame(value, BFloat16.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), $"what was written");
            Assert.True(BFloat16.TryParse(value.ToString("E12", german), german, out var read));
            AssertSame(value, read, $"what was written in German");
        }
    }

    [Theory]
    [InlineData(0.1f, null, "0.1")]
    [InlineData(3.140625f, null, "3.14")]
    [InlineData(3.140625f, "F4", "3.1406")]
    [InlineData(3.140625f, "R", "3.14")]
    [InlineData(1e10f, null, "1E+10")]
    [InlineData(-256f, null, "-256")]
    [InlineData(float.NaN, null, "NaN")]
    [InlineData(float.NegativeInfinity, null, "-Infinity")]
    [InlineData(-0f, null, "-0")]
    public void The_shortest_text_is_written(float value, string? format, string expected)
    {
        Assert.Equal(expected, ((BFloat16)value).ToString(format, CultureInfo.InvariantCulture));
        var characters = new char[20];
        Assert.True(((BFloat16)value).TryFormat(characters, out var written, format, CultureInfo.InvariantCulture));
        Assert.Equal(expected, characters[..written]);
    }

    [Theory]
    [InlineData("1.00390625", 0x3F80)]
    [InlineData("1.003906250000000000000000000000000000000001", 0x3F81)]
    [InlineData("-1.003906250000000000000000000000000000000001", 0xBF81)]
    [InlineData("1.01171875", 0x3F82)]
    [InlineData("1.011718749999999999999999999999999999999999", 0x3F81)]
    [InlineData("100390625000000000000000000000000000000001e-41", 0x3F81)]
    [InlineData(" 1,003.0 ", 0x447B)]
    [InlineData("4.6e-41", 0x0001)]
    [InlineData("4.5e-41", 0x0000)]
    [InlineData("1e400", 0x7F80)]
    [InlineData("-1e-400", 0x8000)]
    public void Texts_are_not_rounded_twice(string text, int bits) =>
        AssertSame(Of((ushort)bits), BFloat16.Parse(text, CultureInfo.InvariantCulture), $"{text}");

    [Fact]
    public void Other_texts_are_no_numbers()
    {
        Assert.False(BFloat16.TryParse("one", out var value));
        Assert.Equal(BFloat16.Zero, value);
        Assert.Throws<FormatException>(() => BFloat16.Parse("1.2.3"));
    }

    private static BFloat16 Signed(BFloat16 value, int sign) => sign < 0 ? -value : value;
}
