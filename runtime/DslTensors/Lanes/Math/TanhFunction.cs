using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>The hyperbolic tangent: an odd polynomial near 0, elsewhere 1 - 2 / (exp(2a) + 1).</summary>
internal static class TanhFunction
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Compute<L>(ref L value)
        where L : struct, IVectorLane<L>
    {
        var a = value;
        var (one, two) = (L.Constant(1), L.Constant(2));
        var magnitude = L.Abs(a);
        var far = one - (two / (ExpFunction.Evaluate(magnitude + magnitude) + one));
        var square = a * a;
        var near = L.FusedMultiplyAdd(magnitude * square, Cubic(square), magnitude);
        value = L.CopySign(L.Select(L.Less(magnitude, L.Constant(0.55)), near, far), a);
    }

    /// <summary>(tanh(x) / x - 1) / x² as a function of x² for x up to 0.55.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L Cubic<L>(L z)
        where L : struct, IVectorLane<L>
    {
        if (!L.IsDouble)
            return Polynomial.Evaluate(z, -0.33333319425582886, 0.13332606852054596, -0.05384935066103935, 0.021045563742518425,
                -0.0062236180528998375);
        var upper = Polynomial.Evaluate(z, -0.00886323273771021, 0.003592092462654298, -0.0014555406022531401, 0.0005884179675486997,
            -0.00023327696508212574, 8.312123776772077e-05, -1.935021073939123e-05);
        return Polynomial.Below(z, upper, -0.33333333333333315, 0.13333333333328728, -0.053968253964599346, 0.021869488401163862);
    }
}
