using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>The error function: up to 1 an odd polynomial, beyond it 1 - exp(-a²) q(a).</summary>
internal static class ErfFunction
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Compute<L>(ref L value)
        where L : struct, IVectorLane<L>
    {
        var a = value;
        var (one, three) = (L.Constant(1), L.Constant(3));
        var magnitude = L.Abs(a);
        var near = L.FusedMultiplyAdd(magnitude, Small(magnitude * magnitude), magnitude);

        var limit = L.Constant(L.IsDouble ? 6 : 4);
        var bounded = L.Select(L.Less(limit, magnitude), limit, magnitude);
        var rest = Large((bounded - three) / (bounded + three)) * ExpFunction.EvaluateBounded(-(bounded * bounded));
        value = L.CopySign(L.Select(L.Less(magnitude, one), near, one - rest), a);
    }

    /// <summary>erf(x) / x - 1 as a function of x² for x up to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L Small<L>(L z)
        where L : struct, IVectorLane<L>
    {
        if (!L.IsDouble)
            return Polynomial.Evaluate(z, 0.12837916612625122, -0.3761262595653534, 0.11283599585294724, -0.02685440145432949,
                0.005189443938434124, -0.0008019946399144828, 7.88585894042626e-05);
        var upper = Polynomial.Evaluate(z, 1.6461003361770447e-06, -1.6350340071250516e-07, 1.4659938761878014e-08,
            -1.1373403153541942e-09, 5.957985994571332e-11);
        upper = Polynomial.Below(z, upper, 0.005223977624823106, -0.000854832698110403, 0.00012055331120689937, -1.492559546505838e-05);
        return Polynomial.Below(z, upper, 0.1283791670955126, -0.3761263890318375, 0.11283791670954882, -0.026866170645077358);
    }

    /// <summary>(1 - erf(x)) exp(x²) as a function of (x - 3) / (x + 3) for x from 1 to 4 (float) or 6 (double).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L Large<L>(L u)
        where L : struct, IVectorLane<L>
    {
        if (!L.IsDouble)
            return Polynomial.Evaluate(u, 0.17900113761425018, -0.3262332081794739, 0.24560928344726562, -0.1501229852437973,
                0.07136020809412003, -0.025706971064209938, 0.0022257198579609394);
        var upper = Polynomial.Evaluate(u, -8.040184636988464e-06, 2.029050999834834e-06, 1.3710331422937561e-06, 7.299874660959527e-08);
        upper = Polynomial.Below(u, upper, -0.0005970626170910399, 4.5256301865999796e-05, 6.406611744158553e-05, -1.2857454117614624e-05);
        upper = Polynomial.Below(u, upper, 0.0716658371976886, -0.024392499313814008, 0.004269136354786456, 0.0007077463215019818);
        return Polynomial.Below(u, upper, 0.17900115118138996, -0.3262335600430369, 0.24560380171233168, -0.1501159365008542);
    }
}
