using System.Numerics;

namespace DslTensors;

/// <summary>
/// What the layers <c>BatchNorm1d</c>, <c>BatchNorm2d</c> and <c>BatchNorm3d</c> share (PyTorch's <c>_BatchNorm</c>). From Ioffe and Szegedy, "Batch
/// normalization", 2015.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="numFeatures">The number of channels.</param>
/// <param name="eps">Added to the variance.</param>
/// <param name="momentum">How far running statistics move.</param>
/// <param name="affine">Whether a scale and a shift of each channel are learned.</param>
/// <param name="trackRunningStats">Whether running statistics are kept.</param>
[Module]
public abstract partial class BatchNorm<T>(int numFeatures, double eps, double? momentum, bool affine, bool trackRunningStats)
    : RunningNorm<T>(numFeatures, eps, momentum, affine, trackRunningStats)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The input, normalised by its own statistics in training or where none are kept, otherwise by the running ones.</summary>
    private protected Tensor<T> Normalized(Tensor<T> input)
    {
        var step = Momentum ?? 0;
        if (Training && NumBatchesTracked is { } batches)
        {
            batches.AddInPlace(1);
            step = Momentum ?? 1.0 / batches.Item();
        }

        return input.BatchNorm(RunningMean, RunningVar, Weight, Bias, Training || !TrackRunningStats, step, Eps);
    }
}
