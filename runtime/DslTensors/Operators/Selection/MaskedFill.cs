namespace DslTensors.Operators;

/// <summary>A number where a mask is true, the tensor's elements where it is false (PyTorch's <c>masked_fill</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="mask">The mask, which broadcasts to the tensor's shape.</param>
/// <param name="value">The number.</param>
/// <returns>A tensor of the shape that both broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", InPlace = true)]
public static partial class MaskedFill
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<bool> mask, Scalar value)
        where T : unmanaged => Tensor.Where(mask, value, input);
}
