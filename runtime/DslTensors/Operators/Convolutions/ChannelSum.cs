using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The gradient of a convolution by its bias: the sum over everything but the channels.</summary>
internal static class ChannelSum
{
    /// <param name="grad">The gradient, [b, o, ...] or without the batch.</param>
    /// <param name="spatial">The number of spatial dimensions.</param>
    public static Tensor<T> Of<T>(Tensor<T> grad, int spatial)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var channels = grad.Rank - spatial - 1;
        return grad.Sum(Enumerable.Range(0, grad.Rank).Where(dim => dim != channels).ToArray());
    }
}
