using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Groups of channels brought to mean 0 and variance 1, then scaled and shifted (PyTorch's <c>nn.functional.group_norm</c>).</summary>
/// <param name="input">The tensor, [b, c, ...].</param>
/// <param name="numGroups">How many groups.</param>
/// <param name="weight">The scale of each channel, [c].</param>
/// <param name="bias">The shift of each channel, [c].</param>
/// <param name="eps">Added to the variance.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="ShapeException">The channels don't divide into so many groups.</exception>
[TensorOp("b c s..., c?, c? -> grouped(b c s..., c, numGroups)")]
public static partial class GroupNorm
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int numGroups, Tensor<T>? weight = null, Tensor<T>? bias = null, double eps = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (numGroups <= 0 || input.Shape[1] % numGroups != 0)
            throw new ShapeException($"Expected number of channels in input to be divisible by num_groups, but got input of shape {input.Shape} and num_groups={numGroups}.");
        var perGroup = (int)(input.Count / Math.Max(1, input.Shape[0] * numGroups));
        var result = NormalizedRows.Of(input, null, null, perGroup, eps);
        return weight is null && bias is null ? result : ChannelAffine.Of(result, weight, bias);
    }
}
