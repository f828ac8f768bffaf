using System.Numerics;

namespace DslTensors;

/// <summary>
/// What the layers <c>InstanceNorm1d</c>, <c>InstanceNorm2d</c> and <c>InstanceNorm3d</c> share (PyTorch's <c>_InstanceNorm</c>). From Ulyanov et al.,
/// "Instance normalization: the missing ingredient for fast stylization", 2016.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="numFeatures">The number of channels.</param>
/// <param name="eps">Added to the variance.</param>
/// <param name="momentum">How far running statistics move.</param>
/// <param name="affine">Whether a scale and a shift of each channel are learned.</param>
/// <param name="trackRunningStats">Whether running statistics are kept.</param>
[Module]
public abstract partial class InstanceNorm<T>(int numFeatures, double eps, double momentum, bool affine, bool trackRunningStats)
    : RunningNorm<T>(numFeatures, eps, momentum, affine, trackRunningStats)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The input, normalised by the statistics of each example in training or where none are kept, otherwise by the running ones.</summary>
    private protected Tensor<T> Normalized(Tensor<T> input) =>
        input.InstanceNorm(RunningMean, RunningVar, Weight, Bias, Training || !TrackRunningStats, Momentum ?? 0, Eps);
}
