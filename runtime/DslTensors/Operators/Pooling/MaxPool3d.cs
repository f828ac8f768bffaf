using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The greatest element of each window (PyTorch's <c>nn.functional.max_pool3d</c>); NaN above all.</summary>
/// <param name="input">The volumes, [b, c, d, h, w], or one of them without the batch.</param>
/// <param name="kernelSize">The size of a window, or three for depth, height and width.</param>
/// <param name="stride">The distance between two windows; by default the size of one.</param>
/// <param name="padding">How far windows may begin before the input and end after it, at most half of their size; 0 by default.</param>
/// <param name="dilation">The distance between two elements of a window; 1 by default.</param>
/// <param name="ceilMode">Whether a last window may hang over the end.</param>
/// <returns>The elements, [b, c, ...].</returns>
/// <exception cref="ShapeException">The rank is wrong, an argument is out of range, or no window fits.</exception>
[TensorOp("b? c d h w -> pool(b? c, d h w, kernelSize, stride, padding, ceilMode, dilation)")]
[ShapeError("input", ShapeFault.Rank, "non-empty 4D or 5D (batch mode) tensor expected for input")]
public static partial class MaxPool3d
{
    private static Tensor<T> Compose<T>(
        Tensor<T> input, PerDimension kernelSize, PerDimension stride = default, PerDimension padding = default, PerDimension dilation = default, bool ceilMode = false)
        where T : unmanaged, INumber<T> => MaxPool3dWithIndices.Apply(input, kernelSize, stride, padding, dilation, ceilMode).Values;
}
