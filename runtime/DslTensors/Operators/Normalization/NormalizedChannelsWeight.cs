using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The gradient of <see cref="NormalizedChannels"/> by its scale.</summary>
/// <param name="gradient">The gradient of the result.</param>
/// <param name="input">The tensor, [b, c, ...].</param>
/// <param name="mean">The mean of each channel.</param>
/// <param name="variance">The variance of each channel.</param>
/// <param name="eps">Added to the variance.</param>
/// <returns>A number for each channel.</returns>
[TensorOp("b c s..., b c s..., c, c -> c", Name = "native_batch_norm_backward_weight", IsInternal = true, NonDifferentiable = true)]
internal static partial class NormalizedChannelsWeight
{
    private static void Forward<T>(
        TensorView<T> gradient, TensorView<T> input, TensorView<T> mean, TensorView<T> variance, TensorView<T> result, double eps)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        NormalizedChannelsGradientKernel.Run(gradient.Dense(), input.Dense(), null, mean, variance, T.CreateTruncating(eps), null, result);
}
