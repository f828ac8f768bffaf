namespace DslTensors.Operators;

/// <summary>A tensor of the same shape, filled with one number (PyTorch's <c>full_like</c>).</summary>
/// <param name="input">The tensor whose shape and device are taken.</param>
/// <param name="fillValue">The number.</param>
/// <returns>The tensor.</returns>
[TensorOp("s... -> s...", NonDifferentiable = true)]
public static partial class FullLike
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Scalar fillValue)
        where T : unmanaged => FilledTensor.Of<T>(input.Layout.Sizes, fillValue, input.Device);
}
