using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>The cube root: a polynomial start and Newton's steps, the last with the exact residual.</summary>
internal static class CbrtFunction
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Compute<L>(ref L value)
        where L : struct, IVectorLane<L>
    {
        var a = value;
        var (zero, one, two) = (L.Constant(0), L.Constant(1), L.Constant(2));
        var magnitude = L.Abs(a);
        var significand = Scaling.SplitAboveOne(magnitude, out var exponent);

        // Adding a sixth keeps the floor right when the product is just off an integer.
        var third = L.Floor(L.FusedMultiplyAdd(exponent, L.Constant(1.0 / 3), L.Constant(1.0 / 6)));
        var rest = L.FusedMultiplyAdd(third, L.Constant(-3), exponent);
        var (isOne, isTwo) = (L.Equal(rest, one), L.Equal(rest, two));

        var root = Polynomial.Evaluate(significand, 0.5069794630508855, 0.718153719855942, -0.3006113538789722, 0.0860912637914333,
            -0.010603884330684493);
        root *= L.Select(isTwo, L.Constant(1.5874010519681996), L.Select(isOne, L.Constant(1.2599210498948732), one));
        significand *= L.Select(isTwo, L.Constant(4), L.Select(isOne, two, one));
        if (L.IsDouble)
            root = Step(root, significand);
        var result = L.Scale(Step(root, significand), third);

        var isNumber = L.And(L.Less(zero, magnitude), L.Less(magnitude, L.Constant(double.PositiveInfinity)));
        value = L.Select(isNumber, L.CopySign(result, a), a);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L Step<L>(L root, L a)
        where L : struct, IVectorLane<L>
    {
        var square = Compensated.Product(root, root, out var error);
        var residual = L.FusedMultiplyAdd(error, root, L.FusedMultiplyAdd(square, root, -a));
        return root - (residual / (L.Constant(3) * square));
    }
}
