using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

internal partial interface IVectorLane<L>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Exp(L a) => L.IsFloatingPoint ? ExpFunction.Compute(a) : throw NoCalculus(nameof(Exp));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Exp2(L a) => L.IsFloatingPoint ? Exp2Function.Compute(a) : throw NoCalculus(nameof(Exp2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Expm1(L a) => L.IsFloatingPoint ? Expm1Function.Compute(a) : throw NoCalculus(nameof(Expm1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Log(L a) => L.IsFloatingPoint ? LogFunction.Compute(a) : throw NoCalculus(nameof(Log));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Log2(L a) => L.IsFloatingPoint ? LogBaseFunctions.Log2(a) : throw NoCalculus(nameof(Log2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Log10(L a) => L.IsFloatingPoint ? LogBaseFunctions.Log10(a) : throw NoCalculus(nameof(Log10));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Log1p(L a) => L.IsFloatingPoint ? Log1pFunction.Compute(a) : throw NoCalculus(nameof(Log1p));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Sin(L a) => L.IsFloatingPoint ? TrigonometricFunctions.Sin(a) : throw NoCalculus(nameof(Sin));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Cos(L a) => L.IsFloatingPoint ? TrigonometricFunctions.Cos(a) : throw NoCalculus(nameof(Cos));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Tan(L a) => L.IsFloatingPoint ? TrigonometricFunctions.Tan(a) : throw NoCalculus(nameof(Tan));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Sinh(L a) => L.IsFloatingPoint ? HyperbolicFunctions.Sinh(a) : throw NoCalculus(nameof(Sinh));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Cosh(L a) => L.IsFloatingPoint ? HyperbolicFunctions.Cosh(a) : throw NoCalculus(nameof(Cosh));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Tanh(L a) => L.IsFloatingPoint ? TanhFunction.Compute(a) : throw NoCalculus(nameof(Tanh));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Asin(L a) => L.IsFloatingPoint ? ArcsineFunctions.Asin(a) : throw NoCalculus(nameof(Asin));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Acos(L a) => L.IsFloatingPoint ? ArcsineFunctions.Acos(a) : throw NoCalculus(nameof(Acos));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Atan(L a) => L.IsFloatingPoint ? ArctangentFunctions.Atan(a) : throw NoCalculus(nameof(Atan));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Atan2(L y, L x) => L.IsFloatingPoint ? ArctangentFunctions.Atan2(y, x) : throw NoCalculus(nameof(Atan2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Asinh(L a) => L.IsFloatingPoint ? Log1pFunction.Asinh(a) : throw NoCalculus(nameof(Asinh));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Acosh(L a) => L.IsFloatingPoint ? Log1pFunction.Acosh(a) : throw NoCalculus(nameof(Acosh));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Atanh(L a) => L.IsFloatingPoint ? Log1pFunction.Atanh(a) : throw NoCalculus(nameof(Atanh));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Pow(L a, L exponent) => L.IsFloatingPoint ? PowFunction.Compute(a, exponent) : throw NoCalculus(nameof(Pow));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Cbrt(L a) => L.IsFloatingPoint ? CbrtFunction.Compute(a) : throw NoCalculus(nameof(Cbrt));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Erf(L a) => L.IsFloatingPoint ? ErfFunction.Compute(a) : throw NoCalculus(nameof(Erf));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Sigmoid(L a) => L.IsFloatingPoint ? SigmoidFunction.Compute(a) : throw NoCalculus(nameof(Sigmoid));

    private static NotSupportedException NoCalculus(string function) =>
        new($"{function} is not defined for integers. Convert the tensor to float or double first.");
}
