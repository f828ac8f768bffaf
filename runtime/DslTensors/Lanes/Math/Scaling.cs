using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>Powers of two: taking a number's exponent off and multiplying it on.</summary>
internal static class Scaling
{
    /// <summary>
    /// Added to an integer of moderate size, it moves it to the lowest bits of the sum; rounding happens on the way.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Shifter<L>()
        where L : struct, IVectorLane<L> => L.Constant(L.IsDouble ? 6755399441055744.0 : 12582912.0);

    /// <summary>The number of bits behind the leading one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FractionBits<L>()
        where L : struct, IVectorLane<L> => L.IsDouble ? 52 : 23;

    /// <summary>2 to the power of <paramref name="n"/>, given as an integer in the bits; within the normal range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L PowerOfTwo<L>(L n)
        where L : struct, IVectorLane<L> => L.ShiftLeft(L.AddBits(n, L.Bits(L.IsDouble ? 1023 : 127)), FractionBits<L>());

    /// <summary>
    /// <paramref name="a"/> times 2 to the integral power <paramref name="n"/>, rounded once even when the result is subnormal:
    /// the power is applied in two halves, of which only the second can round. For <paramref name="a"/> near 1 and
    /// magnitudes of <paramref name="n"/> below 250 (float) or 2000 (double).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Scale<L>(L a, L n)
        where L : struct, IVectorLane<L>
    {
        var shifter = Shifter<L>();
        var integer = L.SubtractBits(n + shifter, shifter);
        var half = L.ShiftRight(integer, 1);
        return a * PowerOfTwo(half) * PowerOfTwo(L.SubtractBits(integer, half));
    }

    /// <summary>
    /// Splits a positive number into <paramref name="exponent"/> and the returned significand between the square roots of 1/2 and 2.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L SplitAroundOne<L>(L a, out L exponent)
        where L : struct, IVectorLane<L> => Split(a, L.Constant(0.70710678118654752440), out exponent);

    /// <summary>Splits a positive number into <paramref name="exponent"/> and the returned significand from 1 up to 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L SplitAboveOne<L>(L a, out L exponent)
        where L : struct, IVectorLane<L> => Split(a, L.Constant(1), out exponent);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L Split<L>(L a, L least, out L exponent)
        where L : struct, IVectorLane<L>
    {
        var isSubnormal = L.Less(a, L.Constant(L.IsDouble ? 2.2250738585072014e-308 : 1.17549435e-38));
        var normal = L.Select(isSubnormal, a * L.Constant(L.IsDouble ? 18014398509481984.0 : 16777216.0), a);
        var power = L.ShiftRight(L.SubtractBits(normal, least), FractionBits<L>());
        var shifter = Shifter<L>();
        exponent = L.AddBits(power, shifter) - shifter;
        exponent = L.Select(isSubnormal, exponent - L.Constant(L.IsDouble ? 54 : 24), exponent);
        return L.SubtractBits(normal, L.ShiftLeft(power, FractionBits<L>()));
    }
}
