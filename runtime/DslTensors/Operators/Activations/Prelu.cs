using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each element if it is positive, otherwise the element times a learned slope (PyTorch's <c>prelu</c>).</summary>
/// <param name="input">The tensor, [b, c, ...] where there are several slopes.</param>
/// <param name="weight">One slope, or one for each channel.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="ShapeException">There are not as many slopes as channels.</exception>
[TensorOp("s..., w... -> s...")]
public static partial class Prelu
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (weight.Rank > 1)
            throw new ShapeException($"prelu: Expected `weight` to be a scalar or 1D tensor, but got ndim = {weight.Rank}. Its shape is {weight.Shape}.");
        if (weight.Count == 1)
            return Activations.PreluBy(input, weight.Reshape(), null);
        if (input.Rank == 0)
            throw new ShapeException($"Not allow zero-dim input tensor. prelu: 'weight' has {weight.Count} slopes, one for each channel.");
        var channels = input.Rank > 1 ? input.Shape[1] : 1;
        if (channels != weight.Count)
            throw new ShapeException($"Mismatch of parameter numbers and input channel size. Found parameter numbers = {weight.Count} and channel size = {channels}.");
        return Activations.PreluBy(input, weight.Reshape([channels, .. Enumerable.Repeat(1, input.Rank - 2)]), null);
    }
}
