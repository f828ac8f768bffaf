using System.Numerics;
using DslTensors.Lanes;

namespace DslTensors;

/// <summary>
/// The inverse of the error function, in PyTorch's steps and precision: a rational first guess and two steps of Newton's method in the
/// element type itself, for 16-bit types in float.
/// </summary>
internal static class InverseErf
{
    public static T Of<T>(T y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (y is double real)
            return T.CreateTruncating(Solve(real, ScalarMath.Erf));
        return T.CreateTruncating(Solve(float.CreateTruncating(y), ScalarMath.Erf));
    }

    private static T Solve<T>(T y, Func<T, T> erf)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var size = T.Abs(y);
        if (size >= T.One)
            return size == T.One ? T.CopySign(T.PositiveInfinity, y) : T.NaN;
        var slope = T.CreateTruncating(2) / T.CreateTruncating(Math.Sqrt(Math.PI));
        var x = FirstGuess(y, size);
        x -= (erf(x) - y) / (slope * T.Exp(-x * x));
        x -= (erf(x) - y) / (slope * T.Exp(-x * x));
        return x;
    }

    private static T FirstGuess<T>(T y, T size)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (size <= T.CreateTruncating(0.7))
        {
            var square = y * y;
            return y * Polynomial(square, [-0.140543331, 0.914624893, -1.645349621, 0.886226899])
                / Polynomial(square, [0.012229801, -0.329097515, 1.442710462, -2.118377725, 1]);
        }

        var z = T.Sqrt(-T.Log((T.One - size) / T.CreateTruncating(2)));
        return T.CopySign(Polynomial(z, [1.641345311, 3.429567803, -1.624906493, -1.970840454]), y) / Polynomial(z, [1.637067800, 3.543889200, 1]);
    }

    private static T Polynomial<T>(T x, ReadOnlySpan<double> coefficients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var sum = T.CreateTruncating(coefficients[0]);
        foreach (var coefficient in coefficients[1..])
            sum = (sum * x) + T.CreateTruncating(coefficient);
        return sum;
    }
}
