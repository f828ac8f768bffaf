using System.Numerics;

namespace DslTensors.Operators;

/// <summary>One element where a mask is true, the tensor's elements where it is false (PyTorch's <c>masked_fill</c> with a tensor).</summary>
/// <param name="input">The tensor.</param>
/// <param name="mask">The mask; it and the tensor broadcast.</param>
/// <param name="value">The element, of rank 0.</param>
/// <returns>A tensor of the shape that both broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast, or the value is no single element.</exception>
[TensorOp("..., ..., v... -> ...", Method = "MaskedFill", InPlace = true)]
public static partial class MaskedFillTensor
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<bool> mask, Tensor<T> value)
        where T : unmanaged, INumber<T> => value.Rank == 0 ? Tensor.Where(mask, value, input) : throw new ShapeException(
            $"masked_fill_ only supports a 0-dimensional value tensor, but got tensor with {value.Rank} dimension(s). Use Tensor.Where(mask, value, x).");
}
