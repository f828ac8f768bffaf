namespace DslTensors.Operators;

/// <summary>The elements as 64-bit reals (PyTorch's <c>double</c>); a tensor of that type is returned as it is.</summary>
/// <param name="input">The tensor.</param>
/// <returns>The converted tensor.</returns>
[TensorOp("s... -> s...", Method = "Double")]
public static partial class ToDouble
{
    private static Tensor<double> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.To<double>();
}
