using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The averages of as many windows as are asked for (PyTorch's <c>nn.functional.adaptive_avg_pool3d</c>).</summary>
/// <param name="input">The volumes, [b, c, d, h, w], or one of them without the batch.</param>
/// <param name="outputSize">The size of the result, or three for depth, height and width, where null keeps the size of the input.</param>
/// <returns>The averages, [b, c, ...].</returns>
/// <exception cref="ShapeException">The rank is wrong, a size is negative, or the input is empty.</exception>
[TensorOp("b? c d h w -> adapt(b? c, d h w, outputSize)")]
[ShapeError("input", ShapeFault.Rank, "adaptive_avg_pool3d(): Expected 4D or 5D tensor, but got {input}")]
public static partial class AdaptiveAvgPool3d
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, PerDimension outputSize)
        where T : unmanaged, INumber<T> =>
        AveragePoolKernel.Run(input, result, PoolWindows.Adaptive(input.Sizes.AsSpan(^3..), result.Sizes.AsSpan(^3..)), countsPadding: true, null);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Shape inputShape)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        AverageShares.Apply(grad, inputShape, PoolWindows.Adaptive(inputShape.AsSpan()[^3..], grad.Shape.AsSpan()[^3..]), true, null, null);
}
