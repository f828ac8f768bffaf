using System.Numerics;

namespace DslTensors;

/// <summary>Brings each channel of volumes to mean 0 and variance 1 over the batch, then scales and shifts it (PyTorch's <c>nn.BatchNorm3d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="numFeatures">The number of channels.</param>
/// <param name="eps">Added to the variance.</param>
/// <param name="momentum">How far running statistics move towards those of a batch; <see langword="null"/> for the mean of all batches.</param>
/// <param name="affine">Whether a scale and a shift of each channel are learned.</param>
/// <param name="trackRunningStats">Whether running statistics are kept for evaluation.</param>
[Module]
public partial class BatchNorm3d<T>(int numFeatures, double eps = 1e-5, double? momentum = 0.1, bool affine = true, bool trackRunningStats = true)
    : BatchNorm<T>(numFeatures, eps, momentum, affine, trackRunningStats)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Normalises by the batch in training mode, which moves the running statistics, and by these in evaluation mode.</summary>
    /// <exception cref="ShapeException">There are not five dimensions, or only one value per channel to train on.</exception>
    [return: Shape("b numFeatures d h w")]
    public Tensor<T> Forward([Shape("b numFeatures d h w")] Tensor<T> input) => input.Rank == 5
        ? Normalized(input)
        : throw new ShapeException($"expected 5D input (got {input.Rank}D input). BatchNorm3d takes [b, c, d, h, w]; the shape is {input.Shape}.");
}

/// <summary>
/// Brings each channel of volumes to mean 0 and variance 1 over the batch, then scales and shifts it, for float tensors (PyTorch's
/// <c>nn.BatchNorm3d</c>).
/// </summary>
/// <param name="numFeatures">The number of channels.</param>
/// <param name="eps">Added to the variance.</param>
/// <param name="momentum">How far running statistics move towards those of a batch; <see langword="null"/> for the mean of all batches.</param>
/// <param name="affine">Whether a scale and a shift of each channel are learned.</param>
/// <param name="trackRunningStats">Whether running statistics are kept for evaluation.</param>
public class BatchNorm3d(int numFeatures, double eps = 1e-5, double? momentum = 0.1, bool affine = true, bool trackRunningStats = true)
    : BatchNorm3d<float>(numFeatures, eps, momentum, affine, trackRunningStats);
