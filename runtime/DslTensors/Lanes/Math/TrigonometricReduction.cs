using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>An angle less its nearest multiple of a quarter turn.</summary>
internal static class TrigonometricReduction
{
    /// <summary>
    /// The rest in two words; the lowest two bits of <paramref name="quadrant"/> count the quarter turns. Cody and Waite's
    /// subtraction of π/2 in three words serves moderate angles; if any is greater, those go one by one through
    /// <see cref="HugeAngle"/>, so that an element's result does not depend on its neighbours.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Reduce<L>(L a, out L low, out L quadrant)
        where L : struct, IVectorLane<L>
    {
        var shifter = Scaling.Shifter<L>();
        quadrant = L.FusedMultiplyAdd(a, L.Constant(0.6366197723675814), shifter);
        var n = quadrant - shifter;
        var rest = L.FusedMultiplyAdd(n, L.Constant(L.IsDouble ? -1.5707963267948966 : -1.5707963705062866), a);
        var second = Compensated.Product(n, L.Constant(L.IsDouble ? -6.123233995736766e-17 : 4.371138828673793e-08), out var secondLow);
        rest = Compensated.Sum(rest, second, out low);
        low += L.FusedMultiplyAdd(n, L.Constant(L.IsDouble ? 1.4973849048591698e-33 : 1.7151245100058819e-15), secondLow);
        rest = Compensated.OrderedSum(rest, low, out low);
        return L.Any(L.Not(L.LessOrEqual(L.Abs(a), L.Constant(Limit<L>())))) ? ReduceHuge(a, rest, ref low, ref quadrant) : rest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Limit<L>()
        where L : struct, IVectorLane<L> => L.IsDouble ? 1e6 : 3e4;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static L ReduceHuge<L>(L a, L rest, ref L low, ref L quadrant)
        where L : struct, IVectorLane<L>
    {
        for (var i = 0; i < L.Width; i++)
        {
            var angle = L.GetElement(a, i);
            if (Math.Abs(angle) <= Limit<L>())
                continue;
            var high = HugeAngle.Reduce(angle, out var restLow, out var quarters);
            if (!L.IsDouble)
                (high, restLow) = ((float)high, high - (float)high + restLow);
            rest = L.WithElement(rest, i, high);
            low = L.WithElement(low, i, restLow);
            quadrant = L.WithElement(quadrant, i, (L.IsDouble ? 6755399441055744.0 : 12582912.0) + quarters);
        }

        return rest;
    }
}
