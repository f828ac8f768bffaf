namespace DslTensors.Operators;

/// <summary>The elements as 32-bit integers (PyTorch's <c>int</c>); a tensor of that type is returned as it is.</summary>
/// <param name="input">The tensor.</param>
/// <returns>The converted tensor.</returns>
[TensorOp("s... -> s...", Method = "Int")]
public static partial class ToInt
{
    private static Tensor<int> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.To<int>();
}
