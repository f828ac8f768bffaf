namespace DslTensors.Operators;

/// <summary>The elements as truth values (PyTorch's <c>bool</c>); a tensor of that type is returned as it is.</summary>
/// <param name="input">The tensor.</param>
/// <returns>The converted tensor.</returns>
[TensorOp("s... -> s...", Method = "Bool")]
public static partial class ToBool
{
    private static Tensor<bool> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.To<bool>();
}
