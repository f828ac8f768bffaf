using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>Logarithms to base 2 and 10, exact at the powers of the base.</summary>
internal static class LogBaseFunctions
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Log2<L>(ref L value)
        where L : struct, IVectorLane<L>
    {
        var a = value;
        var significand = Scaling.SplitAroundOne(a, out var k);
        var log = LogInTwoWords.OfSignificand(significand, out var low);
        log = Compensated.Product(
            log,
            low,
            L.Constant(L.IsDouble ? 1.4426950408889634 : 1.4426950216293335),
            L.Constant(L.IsDouble ? 2.0355273740931033e-17 : 1.925963033500011e-08),
            out low);
        value = LogFunction.Edges(a, Compensated.Sum(k, log, out var error) + (error + low));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Log10<L>(ref L value)
        where L : struct, IVectorLane<L>
    {
        var a = value;
        var significand = Scaling.SplitAroundOne(a, out var k);
        var log = LogInTwoWords.OfSignificand(significand, out var low);
        log = Compensated.Product(
            log,
            low,
            L.Constant(L.IsDouble ? 0.4342944819032518 : 0.4342944920063019),
            L.Constant(L.IsDouble ? 1.098319650216765e-17 : -1.0103049952192578e-08),
            out low);
        var power = Compensated.Product(k, L.Constant(L.IsDouble ? 0.3010299956639812 : 0.3010300099849701), out var powerLow);
        low += L.FusedMultiplyAdd(k, L.Constant(L.IsDouble ? -2.8037281277851704e-18 : -1.432098883924482e-08), powerLow);
        value = LogFunction.Edges(a, Compensated.Sum(power, log, out var error) + (error + low));
    }
}
