using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The norm of each window (PyTorch's <c>nn.functional.lp_pool2d</c>).</summary>
/// <param name="input">The images, [b, c, h, w], or one of them without the batch.</param>
/// <param name="normType">The order of the norm.</param>
/// <param name="kernelSize">The size of a window, or a pair for height and width.</param>
/// <param name="stride">The distance between two windows; by default the size of one.</param>
/// <param name="ceilMode">Whether a last window may hang over the end.</param>
/// <returns>The norms, [b, c, ...].</returns>
/// <exception cref="ShapeException">The rank is wrong, an argument is out of range, or no window fits.</exception>
[TensorOp("s... -> norms...")]
public static partial class LpPool2d
{
    private static Tensor<T> Compose<T>(Tensor<T> input, double normType, PerDimension kernelSize, PerDimension stride = default, bool ceilMode = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var sizes = kernelSize.For(2, "kernel_size", [1, 1]);
        return LpPool1d.Root(input.Pow(normType).AvgPool2d(kernelSize, stride, 0, ceilMode), normType, sizes[0] * sizes[1]);
    }
}
