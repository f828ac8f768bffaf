using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>The logarithm of 1 + a, accurate near 0, and the inverse hyperbolic functions, which are such logarithms.</summary>
internal static class Log1pFunction
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Compute<L>(ref L value)
        where L : struct, IVectorLane<L>
    {
        var a = value;
        var zero = L.Constant(0);
        value = L.Select(L.Equal(a, zero), a, LogFunction.OfOnePlus(a, zero, zero));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Asinh<L>(ref L value)
        where L : struct, IVectorLane<L>
    {
        var a = value;
        var one = L.Constant(1);
        var magnitude = L.Abs(a);
        var isHuge = L.Less(L.Constant(Huge<L>()), magnitude);
        var square = magnitude * magnitude;
        var rest = square / (one + L.Sqrt(one + square));
        var sum = Compensated.Sum(magnitude, rest, out var low);
        var zero = L.Constant(0);
        sum = L.Select(isHuge, magnitude, sum);
        low = L.Select(isHuge, zero, low);
        var result = LogFunction.OfOnePlus(sum, low, L.Select(isHuge, one, zero));
        value = L.CopySign(L.Select(L.Less(magnitude, L.Constant(Tiny<L>())), magnitude, result), a);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Acosh<L>(ref L value)
        where L : struct, IVectorLane<L>
    {
        var a = value;
        var (zero, one) = (L.Constant(0), L.Constant(1));
        var isHuge = L.Less(L.Constant(Huge<L>()), a);
        var above = a - one;
        var root = L.Sqrt(L.FusedMultiplyAdd(above, above, above + above));
        var sum = Compensated.Sum(above, root, out var low);
        sum = L.Select(isHuge, a, sum);
        low = L.Select(isHuge, zero, low);
        var result = LogFunction.OfOnePlus(sum, low, L.Select(isHuge, one, zero));
        value = L.Select(L.Less(a, one), L.Constant(double.NaN), result);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Atanh<L>(ref L value)
        where L : struct, IVectorLane<L>
    {
        var a = value;
        var (zero, one) = (L.Constant(0), L.Constant(1));
        var magnitude = L.Abs(a);
        var denominator = Compensated.Sum(one, -magnitude, out var error);
        var quotient = Compensated.Quotient(magnitude + magnitude, zero, denominator, error, out var low);
        low = L.Select(L.Less(magnitude, one), low, zero);
        var result = L.Constant(0.5) * LogFunction.OfOnePlus(quotient, low, zero);
        value = L.CopySign(L.Select(L.Less(magnitude, L.Constant(Tiny<L>())), magnitude, result), a);
    }

    /// <summary>From here on the result is log(2a), and 1 + a is a.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Huge<L>()
        where L : struct, IVectorLane<L> => L.IsDouble ? 1e17 : 1e9;

    /// <summary>Up to here the result is the argument.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Tiny<L>()
        where L : struct, IVectorLane<L> => L.IsDouble ? 1e-9 : 1e-5;
}
