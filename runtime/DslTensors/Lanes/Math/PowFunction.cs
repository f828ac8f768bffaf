using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>Powers: the exponential of a logarithm in two words, with the special cases of C's pow.</summary>
internal static class PowFunction
{
    /// <summary>Powers by products where the exponent is 1, 2 or 3; mostly it is the same in every place, and nothing else is left to do.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Compute<L>(ref L value, in L power)
        where L : struct, IVectorLane<L>
    {
        var (a, square) = (value, value * value);
        var (isOne, isTwo, isThree) = (L.Equal(power, L.Constant(1)), L.Equal(power, L.Constant(2)), L.Equal(power, L.Constant(3)));
        var product = L.Select(isOne, a, L.Select(isTwo, square, square * a));
        var isProduct = L.Or(isOne, L.Or(isTwo, isThree));
        if (L.Any(L.Not(isProduct)))
        {
            OfAnyExponent(ref value, power);
            product = L.Select(isProduct, product, value);
        }

        value = product;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    private static void OfAnyExponent<L>(ref L value, in L power)
        where L : struct, IVectorLane<L>
    {
        var (a, exponent) = (value, power);
        var (zero, one, infinity) = (L.Constant(0), L.Constant(1), L.Constant(double.PositiveInfinity));
        var magnitude = L.Abs(a);
        var log = LogInTwoWords.Compute(magnitude, out var logLow);
        log = L.Select(L.Equal(magnitude, zero), -infinity, L.Select(L.Equal(magnitude, infinity), infinity, log));
        log = L.Select(L.Equal(magnitude, one), zero, log);

        var product = Compensated.Product(exponent, log, out var low);
        low = L.FusedMultiplyAdd(exponent, logLow, low);
        var bounded = ExpFunction.Clamp(product, L.IsDouble ? -760 : -110, L.IsDouble ? 720 : 100);
        low = L.Select(L.Equal(bounded, product), low, zero);
        var exp = ExpFunction.ComputeInTwoWords(bounded, low, out var expLow, out var n);
        Unsafe.SkipInit(out AlignedSlot slot);
        Edges(ref value, power, slot.Hold(L.Scale(exp + expLow, n)));
    }

    /// <summary>Signs and special cases; a method of its own, as both together exceed what the JIT inlines.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Edges<L>(ref L value, in L power, in L magnitudeOfResult)
        where L : struct, IVectorLane<L>
    {
        var (a, exponent, result) = (value, power, magnitudeOfResult);
        var (zero, one) = (L.Constant(0), L.Constant(1));
        var magnitude = L.Abs(a);
        result = L.Select(L.Equal(magnitude, one), one, result);

        var half = exponent * L.Constant(0.5);
        var isInteger = L.Equal(L.Truncate(exponent), exponent);
        var isOdd = L.And(isInteger, L.NotEqual(L.Truncate(half), half));
        var isFiniteNegative = L.And(L.Less(a, zero), L.Less(magnitude, L.Constant(double.PositiveInfinity)));
        var isUndefined = L.Or(L.And(isFiniteNegative, L.Not(isInteger)), L.Or(L.IsNaN(a), L.IsNaN(exponent)));
        result = L.Xor(result, L.And(isOdd, L.And(a, L.Constant(-0.0))));
        result = L.Select(isUndefined, L.Constant(double.NaN), result);
        value = L.Select(L.Or(L.Equal(exponent, zero), L.Equal(a, one)), one, result);
    }
}
