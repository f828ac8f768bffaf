using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The average of each window (PyTorch's <c>nn.functional.avg_pool1d</c>).</summary>
/// <param name="input">The lines, [b, c, l], or one of them without the batch.</param>
/// <param name="kernelSize">The size of a window.</param>
/// <param name="stride">The distance between two windows; by default the size of one.</param>
/// <param name="padding">How far windows may begin before the input and end after it, at most half of their size; 0 by default.</param>
/// <param name="ceilMode">Whether a last window may hang over the end.</param>
/// <param name="countIncludePad">Whether the zeros of the padding count as elements.</param>
/// <returns>The averages, [b, c, ...].</returns>
/// <exception cref="ShapeException">The rank is wrong, an argument is out of range, or no window fits.</exception>
[TensorOp("b? c l -> pool(b? c, l, kernelSize, stride, padding, ceilMode)")]
[ShapeError("input", ShapeFault.Rank, "Expected 2 to 3 dimensions, but got {input.Rank}-dimensional tensor for argument #1 'self' (while checking arguments for avg_pool1d)")]
public static partial class AvgPool1d
{
    private static void Forward<T>(
        TensorView<T> input, TensorView<T> result, PerDimension kernelSize, PerDimension stride = default, PerDimension padding = default,
        bool ceilMode = false, bool countIncludePad = true)
        where T : unmanaged, INumber<T> =>
        AveragePoolKernel.Run(input, result, PoolWindows.Of(input.Sizes.AsSpan(^1..), kernelSize, stride, padding, default, ceilMode), countIncludePad, null);

    private static Tensor<T> GradInput<T>(
        Tensor<T> grad, Shape inputShape, PerDimension kernelSize, PerDimension stride, PerDimension padding, bool ceilMode, bool countIncludePad)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        AverageShares.Apply(grad, inputShape, PoolWindows.Of(inputShape.AsSpan()[^1..], kernelSize, stride, padding, default, ceilMode), countIncludePad, null, null);
}
