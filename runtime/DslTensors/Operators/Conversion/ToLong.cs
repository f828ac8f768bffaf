namespace DslTensors.Operators;

/// <summary>The elements as 64-bit integers (PyTorch's <c>long</c>); a tensor of that type is returned as it is.</summary>
/// <param name="input">The tensor.</param>
/// <returns>The converted tensor.</returns>
[TensorOp("s... -> s...", Method = "Long")]
public static partial class ToLong
{
    private static Tensor<long> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.To<long>();
}
