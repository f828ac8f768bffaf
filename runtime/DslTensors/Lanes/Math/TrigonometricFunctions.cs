using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>Sine, cosine and tangent from minimax polynomials between -π/4 and π/4.</summary>
internal static class TrigonometricFunctions
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Sin<L>(ref L value)
        where L : struct, IVectorLane<L>
    {
        var a = value;
        var r = TrigonometricReduction.Reduce(a, out var low, out var quadrant);
        var result = L.Select(IsOdd(quadrant), CosNearZero(r, low), SinNearZero(r, low));
        value = L.Select(L.Equal(a, L.Constant(0)), a, L.Xor(result, SignOf(quadrant)));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Cos<L>(ref L value)
        where L : struct, IVectorLane<L>
    {
        var a = value;
        var r = TrigonometricReduction.Reduce(a, out var low, out var quadrant);
        var result = L.Select(IsOdd(quadrant), SinNearZero(r, low), CosNearZero(r, low));
        value = L.Xor(result, SignOf(L.AddBits(quadrant, L.Bits(1))));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Tan<L>(ref L value)
        where L : struct, IVectorLane<L>
    {
        var a = value;
        var r = TrigonometricReduction.Reduce(a, out var low, out var quadrant);
        var (sin, cos, isOdd) = (SinNearZero(r, low), CosNearZero(r, low), IsOdd(quadrant));
        var result = L.Select(isOdd, -cos, sin) / L.Select(isOdd, sin, cos);
        value = L.Select(L.Equal(a, L.Constant(0)), a, result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L SinNearZero<L>(L r, L low)
        where L : struct, IVectorLane<L>
    {
        var z = r * r;
        var series = L.IsDouble
            ? Polynomial.Evaluate(z, -0.1666666666666664, 0.008333333333323575, -0.0001984126983006422, 2.755731362177798e-06,
                -2.505072963609284e-08, 1.5894416168866673e-10)
            : Polynomial.Evaluate(z, -0.16666655242443085, 0.00833209604024887, -0.00019503293151501566);
        var ofLow = L.FusedMultiplyAdd(z * L.Constant(-0.5), low, low);
        return r + L.FusedMultiplyAdd(r * z, series, ofLow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L CosNearZero<L>(L r, L low)
        where L : struct, IVectorLane<L>
    {
        var z = r * r;
        var series = L.IsDouble
            ? Polynomial.Evaluate(z, 0.04166666666666665, -0.0013888888888882785, 2.480158729457791e-05, -2.755731571981389e-07,
                2.0875894653236537e-09, -1.1367797780810866e-11)
            : Polynomial.Evaluate(z, 0.041666653007268906, -0.0013887649402022362, 2.44631664827466e-05);
        var half = L.Constant(0.5) * z;
        var sum = Compensated.OrderedSum(L.Constant(1), -half, out var error);
        return sum + (error + L.FusedMultiplyAdd(z * z, series, -(r * low)));
    }

    /// <summary>The mask of odd quadrants.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L IsOdd<L>(L quadrant)
        where L : struct, IVectorLane<L>
    {
        var signBit = L.IsDouble ? 63 : 31;
        return L.ShiftRight(L.ShiftLeft(quadrant, signBit), signBit);
    }

    /// <summary>The sign bit where the second bit of the quadrant is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L SignOf<L>(L quadrant)
        where L : struct, IVectorLane<L> => L.And(L.ShiftLeft(quadrant, L.IsDouble ? 62 : 30), L.Constant(-0.0));
}
