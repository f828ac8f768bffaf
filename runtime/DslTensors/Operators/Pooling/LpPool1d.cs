using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The norm of each window (PyTorch's <c>nn.functional.lp_pool1d</c>).</summary>
/// <param name="input">The lines, [b, c, l], or one of them without the batch.</param>
/// <param name="normType">The order of the norm.</param>
/// <param name="kernelSize">The size of a window.</param>
/// <param name="stride">The distance between two windows; by default the size of one.</param>
/// <param name="ceilMode">Whether a last window may hang over the end.</param>
/// <returns>The norms, [b, c, ...].</returns>
/// <exception cref="ShapeException">The rank is wrong, an argument is out of range, or no window fits.</exception>
[TensorOp("s... -> norms...")]
public static partial class LpPool1d
{
    private static Tensor<T> Compose<T>(Tensor<T> input, double normType, PerDimension kernelSize, PerDimension stride = default, bool ceilMode = false)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Root(input.Pow(normType).AvgPool1d(kernelSize, stride, 0, ceilMode), normType, kernelSize.For(1, "kernel_size", [1])[0]);

    /// <summary>The norm from the mean of powers.</summary>
    internal static Tensor<T> Root<T>(Tensor<T> means, double normType, int count)
        where T : unmanaged, IFloatingPointIeee754<T> => (means.Sign() * means.Abs().Relu() * count).Pow(1 / normType);
}
