using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The gradient of <see cref="NormalizedChannels"/> by its input.</summary>
/// <param name="gradient">The gradient of the result.</param>
/// <param name="input">The tensor, [b, c, ...].</param>
/// <param name="weight">The scale of each channel.</param>
/// <param name="mean">The mean of each channel.</param>
/// <param name="variance">The variance of each channel.</param>
/// <param name="eps">Added to the variance.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("b c s..., b c s..., c?, c, c -> b c s...", Name = "native_batch_norm_backward", IsInternal = true, NonDifferentiable = true)]
internal static partial class NormalizedChannelsGradient
{
    private static void Forward<T>(
        TensorView<T> gradient, TensorView<T> input, TensorView<T>? weight, TensorView<T> mean, TensorView<T> variance, TensorView<T> result, double eps)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        NormalizedChannelsGradientKernel.Run(
            gradient.Dense(), input.Dense(), NormalizedRows.Elements(weight), mean, variance, T.CreateTruncating(eps), result, null);
}
