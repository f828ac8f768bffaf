using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Whether elements are equal up to tolerances (PyTorch's <c>isclose</c>).</summary>
/// <param name="input">The first tensor.</param>
/// <param name="other">The second tensor.</param>
/// <param name="rtol">The greatest difference, relative to <paramref name="other"/>.</param>
/// <param name="atol">The greatest difference beside that.</param>
/// <param name="equalNan">Whether NaN equals NaN.</param>
/// <returns>A tensor of the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
/// <exception cref="TensorException">A tolerance is negative.</exception>
[TensorOp("..., ... -> ...", NonDifferentiable = true)]
public static partial class Isclose
{
    private static Tensor<bool> Compose<T>(Tensor<T> input, Tensor<T> other, double rtol = 1e-5, double atol = 1e-8, bool equalNan = false)
        where T : unmanaged, INumber<T>
    {
        if (rtol < 0)
            throw new TensorException($"rtol must be greater than or equal to zero, but got {rtol}. isclose: it is a relative tolerance.");
        if (atol < 0)
            throw new TensorException($"atol must be greater than or equal to zero, but got {atol}. isclose: it is a tolerance.");
        var (left, right) = (input.Detach().To<double>(), other.Detach().To<double>());
        var near = left.Eq(right).LogicalOr((left - right).Abs().Le(right.Abs() * rtol + atol).LogicalAnd(right.Isfinite()).LogicalAnd(left.Isfinite()));
        return equalNan ? near.LogicalOr(left.Isnan().LogicalAnd(right.Isnan())) : near;
    }
}
