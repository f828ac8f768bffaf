using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The first tensor less the second times a number (PyTorch's <c>sub</c> with <c>alpha</c>).</summary>
/// <param name="input">The first tensor.</param>
/// <param name="other">The second tensor.</param>
/// <param name="alpha">A factor of <paramref name="other"/>.</param>
/// <returns>A tensor of the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", Method = "Sub", Aliases = ["subtract"])]
public static partial class SubScaled
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> other, Scalar alpha)
        where T : unmanaged, INumber<T> => input - (other * alpha);
}
