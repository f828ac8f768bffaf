namespace DslTensors.Operators;

/// <summary>The elements as 32-bit reals (PyTorch's <c>float</c>); a tensor of that type is returned as it is.</summary>
/// <param name="input">The tensor.</param>
/// <returns>The converted tensor.</returns>
[TensorOp("s... -> s...", Method = "Float")]
public static partial class ToFloat
{
    private static Tensor<float> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.To<float>();
}
