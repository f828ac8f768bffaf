namespace DslTensors.Operators;

/// <summary>Whether both elements of each pair are true (PyTorch's <c>logical_and</c>).</summary>
/// <param name="input">The first tensor.</param>
/// <param name="other">The second tensor.</param>
/// <returns>A tensor of the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", NonDifferentiable = true)]
public static partial class LogicalAnd
{
    private static Tensor<bool> Compose(Tensor<bool> input, Tensor<bool> other) => (input.To<float>() * other.To<float>()).Ne(0);
}
