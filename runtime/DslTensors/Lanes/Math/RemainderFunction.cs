using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>The exact floating-point remainder with the dividend's sign.</summary>
internal static class RemainderFunction
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static L Compute<L>(L a, L b)
        where L : struct, IVectorLane<L>
    {
        // While the quotient is an exact integer, the fused product leaves the exact remainder. The rounded quotient may be one too
        // great, which shows in the remainder's sign.
        var quotient = L.Truncate(a / b);
        var rest = L.FusedMultiplyAdd(-quotient, b, a);
        var zero = L.Constant(0);
        var overshot = L.And(L.Xor(L.Less(rest, zero), L.Less(a, zero)), L.NotEqual(rest, zero));
        rest = L.Select(overshot, rest + L.CopySign(b, a), rest);
        var limit = L.Constant(L.IsDouble ? 4503599627370496.0 : 8388608.0);
        var easy = L.And(L.Less(L.Abs(quotient), limit), L.Less(L.Abs(b), L.Constant(double.PositiveInfinity)));
        return L.Any(L.Not(easy)) ? Slow(a, b) : L.CopySign(rest, a);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static L Slow<L>(L a, L b)
        where L : struct, IVectorLane<L>
    {
        var result = a;
        for (var i = 0; i < L.Width; i++)
            result = L.WithElement(result, i, L.GetElement(a, i) % L.GetElement(b, i));
        return result;
    }
}
