using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>2 to the power of a number: its integral part is exact, a minimax polynomial does the rest.</summary>
internal static class Exp2Function
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Compute<L>(ref L value)
        where L : struct, IVectorLane<L>
    {
        var a = value;
        a = ExpFunction.Clamp(a, L.IsDouble ? -1100 : -160, L.IsDouble ? 1040 : 140);
        var n = L.Round(a);
        var r = a - n;
        value = L.Scale(L.FusedMultiplyAdd(r, Linear(r), L.Constant(1)), n);
    }

    /// <summary>(2 to the power of r - 1) / r for magnitudes up to 1/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L Linear<L>(L r)
        where L : struct, IVectorLane<L>
    {
        if (!L.IsDouble)
            return Polynomial.Evaluate(r, 0.6931472420692444, 0.24022650718688965, 0.05550296977162361, 0.009618029929697514,
                0.0013410154497250915, 0.0001546986459288746);
        var upper = Polynomial.Evaluate(r, 0.001333355814637869, 0.0001540353045846692, 1.5252733867868957e-05, 1.3215434609481452e-06,
            1.0178046326761731e-07, 7.073897988833887e-09, 4.457407217432374e-10);
        return Polynomial.Below(r, upper, 0.6931471805599453, 0.24022650695910133, 0.05550410866482174, 0.009618129107593052);
    }
}
