using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Whether all elements are equal up to tolerances (PyTorch's <c>allclose</c>).</summary>
/// <param name="input">The first tensor.</param>
/// <param name="other">The second tensor.</param>
/// <param name="rtol">The greatest difference, relative to <paramref name="other"/>.</param>
/// <param name="atol">The greatest difference beside that.</param>
/// <param name="equalNan">Whether NaN equals NaN.</param>
/// <returns>One answer for the whole tensors; <c>Tensor.Isclose</c> compares element by element.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
/// <exception cref="TensorException">A tolerance is negative.</exception>
[TensorOp("..., ... -> ()", NonDifferentiable = true)]
public static partial class Allclose
{
    private static bool Compose<T>(Tensor<T> input, Tensor<T> other, double rtol = 1e-5, double atol = 1e-8, bool equalNan = false)
        where T : unmanaged, INumber<T> => input.Isclose(other, rtol, atol, equalNan).All().Item();
}
