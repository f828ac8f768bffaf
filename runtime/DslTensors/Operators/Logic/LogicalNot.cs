namespace DslTensors.Operators;

/// <summary>Whether each element is false (PyTorch's <c>logical_not</c>).</summary>
/// <param name="input">The tensor.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s... -> s...", NonDifferentiable = true)]
public static partial class LogicalNot
{
    private static Tensor<bool> Compose(Tensor<bool> input) => input.To<float>().Eq(0);
}
