using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>The hyperbolic sine and cosine, from an exponential in two words.</summary>
internal static class HyperbolicFunctions
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Sinh<L>(ref L value)
        where L : struct, IVectorLane<L>
    {
        var a = value;
        var magnitude = L.Abs(a);
        var half = HalfExp(magnitude, out var low);
        var far = half + (low - (L.Constant(0.25) / half));
        var square = a * a;
        var near = L.FusedMultiplyAdd(magnitude * square, Cubic(square), magnitude);
        value = L.CopySign(L.Select(L.Less(magnitude, L.Constant(1)), near, far), a);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Cosh<L>(ref L value)
        where L : struct, IVectorLane<L>
    {
        var a = value;
        var half = HalfExp(L.Abs(a), out var low);
        value = half + (low + (L.Constant(0.25) / half));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L HalfExp<L>(L magnitude, out L low)
        where L : struct, IVectorLane<L>
    {
        var bounded = ExpFunction.Clamp(magnitude, 0, L.IsDouble ? 711 : 90);
        var exp = ExpFunction.ComputeInTwoWords(bounded, L.Constant(0), out low, out var n);
        exp = Compensated.OrderedSum(exp, low, out low);
        n -= L.Constant(1);
        low = L.Scale(low, n);
        return L.Scale(exp, n);
    }

    /// <summary>(sinh(x) / x - 1) / x² as a function of x² for x up to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L Cubic<L>(L z)
        where L : struct, IVectorLane<L> => L.IsDouble
        ? Polynomial.Evaluate(z, 0.16666666666666669, 0.008333333333333172, 0.00019841269841426134, 2.755731915642577e-06,
            2.5052123522820672e-08, 1.605721340541181e-10, 7.760525622519927e-13)
        : Polynomial.Evaluate(z, 0.1666666716337204, 0.008333350531756878, 0.0001983586116693914, 2.8190929697302636e-06);
}
