using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>Arcsine and arccosine: up to 1/2 an odd polynomial, beyond it the half-angle formula.</summary>
internal static class ArcsineFunctions
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Asin<L>(ref L value)
        where L : struct, IVectorLane<L>
    {
        var a = value;
        var magnitude = L.Abs(a);
        var (isFar, root, low) = Halve(magnitude);
        var near = root + low;

        // π/2 - 2 (root + low), the greatest part first.
        var quarter = L.Constant(L.IsDouble ? 1.5707963267948966 : 1.5707963705062866);
        var far = Compensated.OrderedSum(quarter, -(root + root), out var error);
        far += error + (L.Constant(L.IsDouble ? 6.123233995736766e-17 : -4.371138828673793e-08) - (low + low));
        value = L.CopySign(L.Select(isFar, far, near), a);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Acos<L>(ref L value)
        where L : struct, IVectorLane<L>
    {
        var a = value;
        var magnitude = L.Abs(a);
        var isNegative = L.Less(a, L.Constant(0));
        var (isFar, root, low) = Halve(magnitude);
        var factor = L.Select(isFar, L.Constant(2), L.Constant(-1));
        factor = L.Select(isNegative, -factor, factor);
        (root, low) = (root * factor, low * factor);

        // 2 asin(root) for a near 1, π less that near -1, π/2 less asin(a) between.
        var quarters = L.Select(isFar, L.Select(isNegative, L.Constant(2), L.Constant(0)), L.Constant(1));
        var turn = quarters * L.Constant(L.IsDouble ? 1.5707963267948966 : 1.5707963705062866);
        var sum = Compensated.Sum(turn, root, out var error);
        value = sum + (error + L.FusedMultiplyAdd(quarters, L.Constant(L.IsDouble ? 6.123233995736766e-17 : -4.371138828673793e-08), low));
    }

    /// <summary>The arcsine of <paramref name="a"/>, or beyond 1/2 that of √((1 - a) / 2), in two words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (L IsFar, L Root, L Low) Halve<L>(L a)
        where L : struct, IVectorLane<L>
    {
        var half = L.Constant(0.5);
        var isFar = L.Less(half, a);
        var z = L.Select(isFar, half * (L.Constant(1) - a), a * a);
        var root = L.Select(isFar, L.Sqrt(z), a);
        var residual = L.FusedMultiplyAdd(-root, root, z) / (root + root);
        residual = L.Select(L.And(isFar, L.Less(L.Constant(0), z)), residual, L.Constant(0));
        return (isFar, root, L.FusedMultiplyAdd(root * z, Series(z), residual));
    }

    /// <summary>(asin(x) / x - 1) / x² as a function of x² for x up to 1/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L Series<L>(L z)
        where L : struct, IVectorLane<L>
    {
        if (!L.IsDouble)
            return Polynomial.Evaluate(z, 0.16666662693023682, 0.07500433921813965, 0.04452245309948921, 0.031810369342565536,
                0.014290780760347843, 0.037871893495321274);
        var upper = Polynomial.Evaluate(z, 0.010761615418537075, 0.0037271499063762574, 0.021765193070965506, -0.021218317435850734,
            0.032843202973932305);
        upper = Polynomial.Below(z, upper, 0.022372205944752636, 0.01735173647197469, 0.013979733210333217, 0.011404862998271124);
        return Polynomial.Below(z, upper, 0.16666666666666702, 0.07499999999984074, 0.04464285716418028, 0.030381943113204562);
    }
}
