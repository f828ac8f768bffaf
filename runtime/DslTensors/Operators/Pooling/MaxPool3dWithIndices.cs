using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The greatest element of each window and its index in the volume (PyTorch's <c>nn.functional.max_pool3d_with_indices</c>); NaN above all.</summary>
/// <param name="input">The volumes, [b, c, d, h, w], or one of them without the batch.</param>
/// <param name="kernelSize">The size of a window, or three for depth, height and width.</param>
/// <param name="stride">The distance between two windows; by default the size of one.</param>
/// <param name="padding">How far windows may begin before the input and end after it, at most half of their size; 0 by default.</param>
/// <param name="dilation">The distance between two elements of a window; 1 by default.</param>
/// <param name="ceilMode">Whether a last window may hang over the end.</param>
/// <returns>The elements, [b, c, ...], and their indices, row by row.</returns>
/// <exception cref="ShapeException">The rank is wrong, an argument is out of range, or no window fits.</exception>
[TensorOp("b? c d h w -> pool(b? c, d h w, kernelSize, stride, padding, ceilMode, dilation), pool(b? c, d h w, kernelSize, stride, padding, ceilMode, dilation)", Name = "max_pool3d_with_indices")]
[ShapeError("input", ShapeFault.Rank, "non-empty 4D or 5D (batch mode) tensor expected for input")]
public static partial class MaxPool3dWithIndices
{
    private static void Forward<T>(
        TensorView<T> input, TensorView<T> values, TensorView<long> indices,
        PerDimension kernelSize, PerDimension stride = default, PerDimension padding = default, PerDimension dilation = default, bool ceilMode = false)
        where T : unmanaged, INumber<T> =>
        MaxPoolKernel.Run(input, values, indices, PoolWindows.Of(input.Sizes.AsSpan(^3..), kernelSize, stride, padding, dilation, ceilMode));

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> indices, Shape inputShape)
        where T : unmanaged, IFloatingPointIeee754<T> => PooledSum.Apply(grad, indices, inputShape, 3, null);
}
