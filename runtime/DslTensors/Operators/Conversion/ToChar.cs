namespace DslTensors.Operators;

/// <summary>The elements as 8-bit integers with a sign (PyTorch's <c>char</c>); a tensor of that type is returned as it is.</summary>
/// <param name="input">The tensor.</param>
/// <returns>The converted tensor.</returns>
[TensorOp("s... -> s...", Method = "Char")]
public static partial class ToChar
{
    private static Tensor<sbyte> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.To<sbyte>();
}
