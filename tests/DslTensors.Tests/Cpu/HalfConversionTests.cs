using DslTensors.Cpu;

namespace DslTensors.Tests.Cpu;

/// <summary>Block conversions against .NET's scalar ones.</summary>
public class HalfConversionTests
{
    [Fact]
    public void Every_half_widens_exactly()
    {
        Half[] all = [.. Enumerable.Range(0, 1 << 16).Select(i => BitConverter.UInt16BitsToHalf((ushort)i))];
        var wide = new float[all.Length];
        HalfConversion.Widen(all, wide);
        for (var i = 0; i < all.Length; i++)
            Assert.True(((float)all[i]).Equals(wide[i]), $"{all[i]} widens to {wide[i]}");
    }

    [Fact]
    public void Floats_narrow_to_the_nearest_half_with_ties_to_even()
    {
        var floats = new List<float> { float.NaN, float.PositiveInfinity, float.NegativeInfinity, 65519.996f, 65520f, 65504f, -65520f, 1e30f, float.Epsilon, 0f, -0f };
        for (var i = 0; i < 0x7C00; i++)
        {
            var (low, high) = ((float)BitConverter.UInt16BitsToHalf((ushort)i), (float)BitConverter.UInt16BitsToHalf((ushort)(i + 1)));
            var middle = i == 0x7BFF ? 65520f : (low + high) / 2;
            floats.AddRange([low, -low, middle, -middle, BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(middle) + 1), MathF.BitDecrement(middle)]);
        }

        var random = new System.Random(1);
        for (var i = 0; i < 100_000; i++)
            floats.Add(BitConverter.Int32BitsToSingle((int)random.NextInt64()));
        var narrow = new Half[floats.Count];
        HalfConversion.Narrow(floats.ToArray(), narrow);
        for (var i = 0; i < narrow.Length; i++)
        {
            var expected = (Half)floats[i];
            var isSame = Half.IsNaN(expected) ? Half.IsNaN(narrow[i]) : BitConverter.HalfToInt16Bits(expected) == BitConverter.HalfToInt16Bits(narrow[i]);
            Assert.True(isSame, $"{floats[i]:R} narrows to {narrow[i]}, not {expected}");
        }
    }
}
