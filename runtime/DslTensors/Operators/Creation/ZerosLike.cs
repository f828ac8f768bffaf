namespace DslTensors.Operators;

/// <summary>A tensor of zeros of the shape of another (PyTorch's <c>zeros_like</c>).</summary>
/// <param name="input">The tensor whose shape is taken.</param>
/// <returns>The tensor.</returns>
[TensorOp("s... -> s...", NonDifferentiable = true)]
public static partial class ZerosLike
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged => FilledTensor.Of<T>(input.Layout.Sizes, 0, input.Device);
}
