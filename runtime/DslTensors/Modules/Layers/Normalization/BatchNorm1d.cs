using System.Numerics;

namespace DslTensors;

/// <summary>
/// Brings each channel of vectors or sequences to mean 0 and variance 1 over the batch, then scales and shifts it (PyTorch's
/// <c>nn.BatchNorm1d</c>).
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="numFeatures">The number of channels.</param>
/// <param name="eps">Added to the variance.</param>
/// <param name="momentum">How far running statistics move towards those of a batch; <see langword="null"/> for the mean of all batches.</param>
/// <param name="affine">Whether a scale and a shift of each channel are learned.</param>
/// <param name="trackRunningStats">Whether running statistics are kept for evaluation.</param>
[Module]
public partial class BatchNorm1d<T>(int numFeatures, double eps = 1e-5, double? momentum = 0.1, bool affine = true, bool trackRunningStats = true)
    : BatchNorm<T>(numFeatures, eps, momentum, affine, trackRunningStats)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Normalises by the batch in training mode, which moves the running statistics, and by these in evaluation mode.</summary>
    /// <exception cref="ShapeException">There are not two or three dimensions, or only one value per channel to train on.</exception>
    [return: Shape("b numFeatures s...")]
    public Tensor<T> Forward([Shape("b numFeatures s...")] Tensor<T> input) => input.Rank is 2 or 3
        ? Normalized(input)
        : throw new ShapeException($"expected 2D or 3D input (got {input.Rank}D input). " +
            $"BatchNorm1d takes [b, c] or [b, c, l]; the shape is {input.Shape}.");
}

/// <summary>
/// Brings each channel of vectors or sequences to mean 0 and variance 1 over the batch, then scales and shifts it, for float tensors (PyTorch's
/// <c>nn.BatchNorm1d</c>).
/// </summary>
/// <param name="numFeatures">The number of channels.</param>
/// <param name="eps">Added to the variance.</param>
/// <param name="momentum">How far running statistics move towards those of a batch; <see langword="null"/> for the mean of all batches.</param>
/// <param name="affine">Whether a scale and a shift of each channel are learned.</param>
/// <param name="trackRunningStats">Whether running statistics are kept for evaluation.</param>
public class BatchNorm1d(int numFeatures, double eps = 1e-5, double? momentum = 0.1, bool affine = true, bool trackRunningStats = true)
    : BatchNorm1d<float>(numFeatures, eps, momentum, affine, trackRunningStats);
