namespace DslTensors.Operators;

/// <summary>Whether exactly one element of each pair is true (PyTorch's <c>logical_xor</c>).</summary>
/// <param name="input">The first tensor.</param>
/// <param name="other">The second tensor.</param>
/// <returns>A tensor of the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", NonDifferentiable = true)]
public static partial class LogicalXor
{
    private static Tensor<bool> Compose(Tensor<bool> input, Tensor<bool> other) => input.To<float>().Ne(other.To<float>());
}
