namespace DslTensors.Operators;

/// <summary>The elements as 16-bit reals (PyTorch's <c>half</c>); a tensor of that type is returned as it is.</summary>
/// <param name="input">The tensor.</param>
/// <returns>The converted tensor.</returns>
[TensorOp("s... -> s...", Method = "Half")]
public static partial class ToHalf
{
    private static Tensor<System.Half> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.To<System.Half>();
}
