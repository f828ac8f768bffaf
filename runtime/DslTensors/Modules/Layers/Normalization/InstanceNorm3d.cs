using System.Numerics;

namespace DslTensors;

/// <summary>Brings each channel of each of several volumes to mean 0 and variance 1 (PyTorch's <c>nn.InstanceNorm3d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="numFeatures">The number of channels.</param>
/// <param name="eps">Added to the variance.</param>
/// <param name="momentum">How far running statistics move towards those of a batch.</param>
/// <param name="affine">Whether a scale and a shift of each channel are learned.</param>
/// <param name="trackRunningStats">Whether running statistics are kept for evaluation.</param>
[Module]
public partial class InstanceNorm3d<T>(int numFeatures, double eps = 1e-5, double momentum = 0.1, bool affine = false, bool trackRunningStats = false)
    : InstanceNorm<T>(numFeatures, eps, momentum, affine, trackRunningStats)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Normalises by each example; in evaluation mode by the running statistics, where they are kept.</summary>
    /// <exception cref="ShapeException">The rank is wrong, or there is only one value per channel.</exception>
    [return: Shape("b? numFeatures d h w")]
    public Tensor<T> Forward([Shape("b? numFeatures d h w")] Tensor<T> input) => input.Rank switch
    {
        5 => Normalized(input),
        4 => Normalized(input.Unsqueeze(0)).Squeeze(0),
        _ => throw new ShapeException($"expected 4D or 5D input (got {input.Rank}D input). " +
            $"InstanceNorm3d takes [b, c, d, h, w] or [c, d, h, w]; the shape is {input.Shape}."),
    };
}

/// <summary>Brings each channel of each of several volumes to mean 0 and variance 1, for float tensors (PyTorch's <c>nn.InstanceNorm3d</c>).</summary>
/// <param name="numFeatures">The number of channels.</param>
/// <param name="eps">Added to the variance.</param>
/// <param name="momentum">How far running statistics move towards those of a batch.</param>
/// <param name="affine">Whether a scale and a shift of each channel are learned.</param>
/// <param name="trackRunningStats">Whether running statistics are kept for evaluation.</param>
public class InstanceNorm3d(int numFeatures, double eps = 1e-5, double momentum = 0.1, bool affine = false, bool trackRunningStats = false)
    : InstanceNorm3d<float>(numFeatures, eps, momentum, affine, trackRunningStats);
