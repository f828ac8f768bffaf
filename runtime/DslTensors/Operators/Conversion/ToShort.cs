namespace DslTensors.Operators;

/// <summary>The elements as 16-bit integers (PyTorch's <c>short</c>); a tensor of that type is returned as it is.</summary>
/// <param name="input">The tensor.</param>
/// <returns>The converted tensor.</returns>
[TensorOp("s... -> s...", Method = "Short")]
public static partial class ToShort
{
    private static Tensor<short> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.To<short>();
}
