using System.Numerics;

namespace DslTensors;

/// <summary>Brings each channel of images to mean 0 and variance 1 over the batch, then scales and shifts it (PyTorch's <c>nn.BatchNorm2d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="numFeatures">The number of channels.</param>
/// <param name="eps">Added to the variance.</param>
/// <param name="momentum">How far running statistics move towards those of a batch; <see langword="null"/> for the mean of all batches.</param>
/// <param name="affine">Whether a scale and a shift of each channel are learned.</param>
/// <param name="trackRunningStats">Whether running statistics are kept for evaluation.</param>
[Module]
public partial class BatchNorm2d<T>(int numFeatures, double eps = 1e-5, double? momentum = 0.1, bool affine = true, bool trackRunningStats = true)
    : BatchNorm<T>(numFeatures, eps, momentum, affine, trackRunningStats)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Normalises by the batch in training mode, which moves the running statistics, and by these in evaluation mode.</summary>
    /// <exception cref="ShapeException">There are not four dimensions, or only one value per channel to train on.</exception>
    [return: Shape("b numFeatures h w")]
    public Tensor<T> Forward([Shape("b numFeatures h w")] Tensor<T> input) => input.Rank == 4
        ? Normalized(input)
        : throw new ShapeException($"expected 4D input (got {input.Rank}D input). BatchNorm2d takes [b, c, h, w]; the shape is {input.Shape}.");
}

/// <summary>
/// Brings each channel of images to mean 0 and variance 1 over the batch, then scales and shifts it, for float tensors (PyTorch's
/// <c>nn.BatchNorm2d</c>).
/// </summary>
/// <param name="numFeatures">The number of channels.</param>
/// <param name="eps">Added to the variance.</param>
/// <param name="momentum">How far running statistics move towards those of a batch; <see langword="null"/> for the mean of all batches.</param>
/// <param name="affine">Whether a scale and a shift of each channel are learned.</param>
/// <param name="trackRunningStats">Whether running statistics are kept for evaluation.</param>
public class BatchNorm2d(int numFeatures, double eps = 1e-5, double? momentum = 0.1, bool affine = true, bool trackRunningStats = true)
    : BatchNorm2d<float>(numFeatures, eps, momentum, affine, trackRunningStats);
