using System.Numerics;
using static DslTensors.Tests.Tensors.BFloat16s.AllBFloat16s;

namespace DslTensors.Tests.Tensors.BFloat16s;

/// <summary>Order, classes, operators and functions against the exact results in wider types.</summary>
public class BFloat16ArithmeticTests
{
    [Fact]
    public void Comparisons_are_those_of_the_floats()
    {
        var random = new System.Random(1);
        foreach (var a in Values)
        {
            foreach (var b in new[] { a, -a, BFloat16.Zero, BFloat16.NaN, Values[random.Next(Values.Length)] })
            {
                var (x, y) = ((float)a, (float)b);
                Assert.Equal([x == y, x != y, x < y, x > y, x <= y, x >= y], new[] { a == b, a != b, a < b, (a > b), a <= b, a >= b });
                Assert.Equal(x.CompareTo(y), a.CompareTo(b));
                Assert.Equal(x.Equals(y), a.Equals(b));
                Assert.True(!a.Equals(b) || a.GetHashCode() == b.GetHashCode());
                AssertSame((BFloat16)MathF.Max(x, y), BFloat16.Max(a, b), $"the greater of {a} and {b}");
                AssertSame((BFloat16)MathF.MinMagnitude(x, y), BFloat16.MinMagnitude(a, b), $"the smaller of {a} and {b}");
            }
        }
    }

    [Fact]
    public void Classes_are_those_of_the_floats()
    {
        foreach (var a in Values)
        {
            var x = (float)a;
            Assert.Equal(
                (float.IsNaN(x), float.IsInfinity(x), float.IsFinite(x), float.IsNegative(x), float.IsNormal(x), float.IsSubnormal(x), float.IsInteger(x), float.IsOddInteger(x)),
                (BFloat16.IsNaN(a), BFloat16.IsInfinity(a), BFloat16.IsFinite(a), BFloat16.IsNegative(a), BFloat16.IsNormal(a), BFloat16.IsSubnormal(a), BFloat16.IsInteger(a), BFloat16.IsOddInteger(a)));
            Assert.Equal((float.IsPow2(x), x == 0, float.IsNaN(x) ? 0 : float.Sign(x)), (BFloat16.IsPow2(a), IsZero(a), BFloat16.IsNaN(a) ? 0 : BFloat16.Sign(a)));
        }
    }

    [Fact]
    public void Neighbours_are_one_apart_and_in_order()
    {
        for (var value = BFloat16.NegativeInfinity; value < BFloat16.PositiveInfinity; value = BFloat16.BitIncrement(value))
        {
            var next = BFloat16.BitIncrement(value);
            Assert.True(next > value);
            Assert.True(BFloat16.BitDecrement(next) == value);
        }

        AssertSame(BFloat16.PositiveInfinity, BFloat16.BitIncrement(BFloat16.PositiveInfinity), $"the number above infinity");
        AssertSame(BFloat16.MaxValue, BFloat16.BitDecrement(BFloat16.PositiveInfinity), $"the number below infinity");
    }

    [Fact]
    public void Operators_round_once()
    {
        var random = new System.Random(2);
        foreach (var a in Values)
        {
            for (var i = 0; i < 8; i++)
            {
                // Half of the pairs are of like size, where sums cancel.
                var b = i % 2 == 0 ? Values[random.Next(Values.Length)] : Of((ushort)(Bits(a) ^ random.Next(0x200) ^ (random.Next(2) << 15)));
                var (x, y) = ((double)a, (double)b);
                AssertSame((BFloat16)(x + y), a + b, $"{a} + {b}");
                AssertSame((BFloat16)(x - y), a - b, $"{a} - {b}");
                AssertSame((BFloat16)(x * y), a * b, $"{a} * {b}");
                AssertSame((BFloat16)(x / y), a / b, $"{a} / {b}");
                AssertSame((BFloat16)(x % y), a % b, $"{a} % {b}");
            }

            AssertSame((BFloat16)Math.Sqrt((double)a), BFloat16.Sqrt(a), $"the root of {a}");
            AssertSame((BFloat16)Math.Floor((double)a), BFloat16.Floor(a), $"the floor of {a}");
        }
    }

    [Fact]
    public void Fused_products_round_once()
    {
        // 1.0078125² is 1.01568603515625, just below a tie that the addend lifts it to or over.
        var a = (BFloat16)1.0078125f;
        var gap = (BFloat16)(1.01953125 - 1.01568603515625);
        AssertSame((BFloat16)1.015625f, BFloat16.FusedMultiplyAdd(a, a, BFloat16.Zero), $"the product");
        AssertSame((BFloat16)1.0234375f, BFloat16.FusedMultiplyAdd(a, a, BFloat16.BitIncrement(gap)), $"the product over the tie");
        AssertSame((BFloat16)1.0078125f, BFloat16.FusedMultiplyAdd((BFloat16)1.00390625f + (BFloat16)0.0078125f, BFloat16.One, -BFloat16.Epsilon), $"the least less");

        // A tie, and far below the last place of a double something that decides it.
        var (tie, tiny) = ((BFloat16)(1.5f / 128), (BFloat16)1e-30f);
        AssertSame((BFloat16)1.5f, BFloat16.FusedMultiplyAdd(tie, (BFloat16)128, BFloat16.Zero), $"the exact product");
        AssertSame(BFloat16.FusedMultiplyAdd((BFloat16)257f, BFloat16.One, tiny), (BFloat16)256, $"257 has no place");
        AssertSame((BFloat16)26.125f, BFloat16.FusedMultiplyAdd((BFloat16)5.09375f, (BFloat16)5.125f, tiny), $"the product over its tie");
    }

    [Fact]
    public void Constants_are_the_nearest_numbers()
    {
        AssertSame((BFloat16)Math.PI, BFloat16.Pi, $"pi");
        AssertSame((BFloat16)Math.Tau, BFloat16.Tau, $"tau");
        AssertSame((BFloat16)Math.E, BFloat16.E, $"e");
        AssertSame((BFloat16)1, BFloat16.One, $"one");
        AssertSame((BFloat16)(-1), BFloat16.NegativeOne, $"minus one");
        Assert.True(BFloat16.IsNaN(BFloat16.NaN));
        AssertSame(BFloat16.BitDecrement(BFloat16.PositiveInfinity), BFloat16.MaxValue, $"the greatest");
        AssertSame(BFloat16.BitIncrement(default), BFloat16.Epsilon, $"the least");
    }

    [Fact]
    public void Functions_are_those_of_float_rounded()
    {
        foreach (var x in new[] { -2.5f, -0.5f, 0f, 0.25f, 0.75f, 1f, 3f, 100f })
        {
            var a = (BFloat16)x;
            AssertSame((BFloat16)MathF.Exp(x), BFloat16.Exp(a), $"exp {x}");
            AssertSame((BFloat16)MathF.Log(x), BFloat16.Log(a), $"log {x}");
            AssertSame((BFloat16)MathF.Tanh(x), BFloat16.Tanh(a), $"tanh {x}");
            AssertSame((BFloat16)MathF.Sin(x), BFloat16.SinCos(a).Sin, $"sin {x}");
            AssertSame((BFloat16)MathF.Atan2(x, 2), BFloat16.Atan2(a, (BFloat16)2), $"atan2 {x}");
            AssertSame((BFloat16)MathF.Pow(x, 3), BFloat16.Pow(a, (BFloat16)3), $"{x} cubed");
            AssertSame((BFloat16)MathF.ScaleB(x, -3), BFloat16.ScaleB(a, -3), $"{x} / 8");
        }
    }

    [Fact]
    public void The_parts_of_a_number_are_written_as_those_of_a_float()
    {
        IFloatingPoint<BFloat16> value = (BFloat16)(-0.3f);
        IFloatingPoint<float> wide = (float)(BFloat16)(-0.3f);
        Span<byte> bytes = stackalloc byte[4];
        Span<byte> expected = stackalloc byte[4];
        Assert.Equal(wide.WriteExponentBigEndian(expected), value.WriteExponentBigEndian(bytes));
        Assert.Equal(expected[0], bytes[0]);
        Assert.Equal(8, value.GetSignificandBitLength());
        Assert.Equal(2, value.WriteSignificandBigEndian(bytes));
        Assert.Equal([0x00, 0x9A], bytes[..2].ToArray());
        Assert.Equal(wide.GetExponentShortestBitLength(), value.GetExponentShortestBitLength());
    }

    private static bool IsZero<T>(T value)
        where T : INumberBase<T> => T.IsZero(value);
}
