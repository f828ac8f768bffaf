namespace DslTensors.Lanes;

/// <summary>
/// Payne and Hanek's reduction of an angle of any size: only those bits of 2/π matter whose product with the angle is neither a
/// multiple of a full turn nor too small to be seen.
/// </summary>
internal static class HugeAngle
{
    private const int LeadingZeros = 64;

    /// <summary>The binary fraction 2/π, highest bits first, behind <see cref="LeadingZeros"/> zeros.</summary>
    private static ReadOnlySpan<ulong> TwoOverPi =>
    [
        0,
        0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561, 0xB7246E3A424DD2E0,
        0x06492EEA09D1921C, 0xFE1DEB1CB129A73E, 0xE88235F52EBB4484, 0xE99C7026B45F7E41, 0x3991D639835339F4,
        0x9C845F8BBDF9283B, 0x1FF897FFDE05980F, 0xEF2F118B5A0A6D1F, 0x6D367ECF27CB09B7, 0x4F463F669E5FEA2D,
        0x7527BAC7EBE5F17B, 0x3D0739F78A5292EA, 0x6BFB5FB11F8D5D08, 0x56033046FC7B6BAB, 0xF0CFBC209AF4361D,
    ];

    /// <summary>The rest of an angle from 1e4 up by π/2 in two words, and the number of quarter turns modulo 4.</summary>
    public static double Reduce(double angle, out double low, out int quarters)
    {
        low = quarters = 0;
        if (!double.IsFinite(angle))
            return double.NaN;
        var bits = BitConverter.DoubleToInt64Bits(angle);
        var significand = ((ulong)bits & 0xFFFFFFFFFFFFFUL) | 0x10000000000000UL;
        var exponent = (int)((bits >> 52) & 0x7FF) - 1075;

        // The window starts at the bit worth 2 in the product, and so holds the quarter turns modulo 4 and 190 bits behind them.
        var start = LeadingZeros + exponent - 2;
        var (w2, w1, w0) = (Window(start), Window(start + 64), Window(start + 128));
        var p1 = Math.BigMul(significand, w0, out var p0);
        var p2 = Math.BigMul(significand, w1, out var middle);
        p1 += middle;
        if (p1 < middle)
            p2++;
        p2 += significand * w2;

        quarters = (int)(p2 >> 62);
        var fraction = new UInt128((p2 << 2) | (p1 >> 62), (p1 << 2) | (p0 >> 62));
        var isNegative = (fraction >> 127) != 0;
        if (isNegative)
        {
            fraction = UInt128.Zero - fraction;
            quarters++;
        }

        if (angle < 0)
        {
            isNegative = !isNegative;
            quarters = -quarters;
        }

        quarters &= 3;
        var turns = ToTwoWords(fraction, out var turnsLow);
        const double halfPi = 1.5707963267948966, halfPiLow = 6.123233995736766e-17;
        var high = turns * halfPi;
        low = Math.FusedMultiplyAdd(turns, halfPi, -high) + ((turns * halfPiLow) + (turnsLow * halfPi));
        var sum = high + low;
        low -= sum - high;
        if (isNegative)
            (sum, low) = (-sum, -low);
        return sum;
    }

    /// <summary>64 bits from a position on.</summary>
    private static ulong Window(int start)
    {
        var (word, shift) = (start >> 6, start & 63);
        return shift == 0 ? TwoOverPi[word] : (TwoOverPi[word] << shift) | (TwoOverPi[word + 1] >> (64 - shift));
    }

    /// <summary>A 128-bit binary fraction as the sum of two numbers.</summary>
    private static double ToTwoWords(UInt128 fraction, out double low)
    {
        var zeros = (int)UInt128.LeadingZeroCount(fraction);
        low = 0;
        if (zeros == 128)
            return 0;
        fraction <<= zeros;
        var scale = Math.ScaleB(1, -53 - zeros);
        var high = (ulong)(fraction >> 75);
        low = (ulong)(fraction >> 22) & 0x1FFFFFFFFFFFFFUL;
        low *= scale * (1.0 / 9007199254740992.0);
        return high * scale;
    }
}
