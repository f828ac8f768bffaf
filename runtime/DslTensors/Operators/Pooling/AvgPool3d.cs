using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The average of each window (PyTorch's <c>nn.functional.avg_pool3d</c>).</summary>
/// <param name="input">The volumes, [b, c, d, h, w], or one of them without the batch.</param>
/// <param name="kernelSize">The size of a window, or three for depth, height and width.</param>
/// <param name="stride">The distance between two windows; by default the size of one.</param>
/// <param name="padding">How far windows may begin before the input and end after it, at most half of their size; 0 by default.</param>
/// <param name="ceilMode">Whether a last window may hang over the end.</param>
/// <param name="countIncludePad">Whether the zeros of the padding count as elements.</param>
/// <param name="divisorOverride">What sums are divided by, in place of the number of elements.</param>
/// <returns>The averages, [b, c, ...].</returns>
/// <exception cref="ShapeException">The rank is wrong, an argument is out of range, or no window fits.</exception>
[TensorOp("b? c d h w -> pool(b? c, d h w, kernelSize, stride, padding, ceilMode)")]
[ShapeError("input", ShapeFault.Rank, "non-empty 4D or 5D (batch mode) tensor expected for input")]
public static partial class AvgPool3d
{
    private static void Forward<T>(
        TensorView<T> input, TensorView<T> result, PerDimension kernelSize, PerDimension stride = default, PerDimension padding = default,
        bool ceilMode = false, bool countIncludePad = true, int? divisorOverride = null)
        where T : unmanaged, INumber<T>
    {
        if (divisorOverride == 0)
            throw new ShapeException("divisor must be not zero: divisorOverride is 0. Leave it out to divide by the number of elements.");
        AveragePoolKernel.Run(input, result, PoolWindows.Of(input.Sizes.AsSpan(^3..), kernelSize, stride, padding, default, ceilMode), countIncludePad, divisorOverride);
    }

    private static Tensor<T> GradInput<T>(
        Tensor<T> grad, Shape inputShape, PerDimension kernelSize, PerDimension stride, PerDimension padding, bool ceilMode, bool countIncludePad, int? divisorOverride)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        AverageShares.Apply(grad, inputShape, PoolWindows.Of(inputShape.AsSpan()[^3..], kernelSize, stride, padding, default, ceilMode), countIncludePad, divisorOverride, null);
}
