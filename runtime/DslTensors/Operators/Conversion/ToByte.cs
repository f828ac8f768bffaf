namespace DslTensors.Operators;

/// <summary>The elements as 8-bit integers without a sign (PyTorch's <c>byte</c>); a tensor of that type is returned as it is.</summary>
/// <param name="input">The tensor.</param>
/// <returns>The converted tensor.</returns>
[TensorOp("s... -> s...", Method = "Byte")]
public static partial class ToByte
{
    private static Tensor<byte> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.To<byte>();
}
