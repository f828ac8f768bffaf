using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

internal partial interface IVectorLane<L>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Exp(L a) => Each(a, static a => Math.Exp(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Exp2(L a) => Each(a, static a => Math.Pow(2, a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Expm1(L a) => Each(a, static a => Math.Exp(a) - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Log(L a) => Each(a, static a => Math.Log(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Log2(L a) => Each(a, static a => Math.Log2(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Log10(L a) => Each(a, static a => Math.Log10(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Log1p(L a) => Each(a, static a => Math.Log(1 + a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Sin(L a) => Each(a, static a => Math.Sin(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Cos(L a) => Each(a, static a => Math.Cos(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Tan(L a) => Each(a, static a => Math.Tan(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Sinh(L a) => Each(a, static a => Math.Sinh(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Cosh(L a) => Each(a, static a => Math.Cosh(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Tanh(L a) => Each(a, static a => Math.Tanh(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Asin(L a) => Each(a, static a => Math.Asin(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Acos(L a) => Each(a, static a => Math.Acos(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Atan(L a) => Each(a, static a => Math.Atan(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Asinh(L a) => Each(a, static a => Math.Asinh(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Acosh(L a) => Each(a, static a => Math.Acosh(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Atanh(L a) => Each(a, static a => Math.Atanh(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Cbrt(L a) => Each(a, static a => Math.Cbrt(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Erf(L a) => Each(a, static a => a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Sigmoid(L a) => Each(a, static a => 1 / (1 + Math.Exp(-a)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Atan2(L y, L x) => Each(y, x, static (a, b) => Math.Atan2(a, b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Pow(L a, L exponent) => Each(a, exponent, static (a, b) => Math.Pow(a, b));

    private static L Each(L a, Func<double, double> function)
    {
        var result = a;
        for (var i = 0; i < L.Width; i++)
            result = L.WithElement(result, i, function(L.GetElement(a, i)));
        return result;
    }

    private static L Each(L a, L b, Func<double, double, double> function)
    {
        var result = a;
        for (var i = 0; i < L.Width; i++)
            result = L.WithElement(result, i, function(L.GetElement(a, i), L.GetElement(b, i)));
        return result;
    }
}
