namespace DslTensors.Operators;

/// <summary>The elements as 16-bit reals with the range of <see langword="float"/> (PyTorch's <c>bfloat16</c>); a tensor of that type is returned as it is.</summary>
/// <param name="input">The tensor.</param>
/// <returns>The converted tensor.</returns>
[TensorOp("s... -> s...", Method = "Bfloat16")]
public static partial class ToBfloat16
{
    private static Tensor<BFloat16> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.To<BFloat16>();
}
