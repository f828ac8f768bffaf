namespace DslTensors.Operators;

/// <summary>The quotient of each pair of integers as a real number, as PyTorch's <c>div</c> gives it.</summary>
/// <param name="input">The dividend.</param>
/// <param name="other">The divisor.</param>
/// <returns>The quotients, in the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", Method = "Div", NonDifferentiable = true)]
public static partial class DivOfLong
{
    private static Tensor<float> Compose(Tensor<long> input, Tensor<long> other) => input.To<float>() / other.To<float>();
}
