using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The averages of as many windows as are asked for (PyTorch's <c>nn.functional.adaptive_avg_pool1d</c>).</summary>
/// <param name="input">The lines, [b, c, l], or one of them without the batch.</param>
/// <param name="outputSize">The size of the result.</param>
/// <returns>The averages, [b, c, ...].</returns>
/// <exception cref="ShapeException">The rank is wrong, a size is negative, or the input is empty.</exception>
[TensorOp("b? c l -> adapt(b? c, l, outputSize)")]
[ShapeError("input", ShapeFault.Rank, "Expected 2 to 3 dimensions, but got {input.Rank}-dimensional tensor for argument #1 'self' (while checking arguments for adaptive_avg_pool1d)")]
public static partial class AdaptiveAvgPool1d
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, PerDimension outputSize)
        where T : unmanaged, INumber<T> =>
        AveragePoolKernel.Run(input, result, PoolWindows.Adaptive(input.Sizes.AsSpan(^1..), result.Sizes.AsSpan(^1..)), countsPadding: true, null);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Shape inputShape)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        AverageShares.Apply(grad, inputShape, PoolWindows.Adaptive(inputShape.AsSpan()[^1..], grad.Shape.AsSpan()[^1..]), true, null, null);
}
