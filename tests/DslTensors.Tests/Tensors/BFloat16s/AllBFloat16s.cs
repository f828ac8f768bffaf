namespace DslTensors.Tests.Tensors.BFloat16s;

/// <summary>The 65,536 numbers, and those between which rounding decides.</summary>
internal static class AllBFloat16s
{
    private const int Infinity = 0x7F80;

    public static BFloat16[] Values { get; } = [.. Enumerable.Range(0, 1 << 16).Select(i => Of((ushort)i))];

    /// <summary>Each positive number with the one above it and the tie between them; above the greatest, where infinity begins.</summary>
    public static IEnumerable<(BFloat16 Low, BFloat16 High, double Tie)> Gaps
    {
        get
        {
            for (var i = 0; i < Infinity; i++)
            {
                var high = i + 1 == Infinity ? Math.ScaleB(1, 128) : (double)Values[i + 1];
                yield return (Values[i], Values[i + 1], ((double)Values[i] + high) / 2);
            }
        }
    }

    public static BFloat16 Of(ushort bits) => System.Runtime.CompilerServices.Unsafe.BitCast<ushort, BFloat16>(bits);

    public static ushort Bits(BFloat16 value) => System.Runtime.CompilerServices.Unsafe.BitCast<BFloat16, ushort>(value);

    public static BFloat16 Even(BFloat16 low, BFloat16 high) => Bits(low) % 2 == 0 ? low : high;

    public static void AssertSame(BFloat16 expected, BFloat16 actual, FormattableString what)
    {
        var isSame = BFloat16.IsNaN(expected) ? BFloat16.IsNaN(actual) : Bits(expected) == Bits(actual);
        if (!isSame)
            Assert.Fail($"{what} is {actual}, not {expected}");
    }
}
