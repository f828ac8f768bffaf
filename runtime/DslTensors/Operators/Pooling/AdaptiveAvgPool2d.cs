using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The averages of as many windows as are asked for (PyTorch's <c>nn.functional.adaptive_avg_pool2d</c>).</summary>
/// <param name="input">The images, [b, c, h, w], or one of them without the batch.</param>
/// <param name="outputSize">The size of the result, or a pair for height and width, where null keeps the size of the input.</param>
/// <returns>The averages, [b, c, ...].</returns>
/// <exception cref="ShapeException">The rank is wrong, a size is negative, or the input is empty.</exception>
[TensorOp("b? c h w -> adapt(b? c, h w, outputSize)")]
[ShapeError("input", ShapeFault.Rank, "adaptive_avg_pool2d(): Expected 3D or 4D tensor, but got {input}")]
public static partial class AdaptiveAvgPool2d
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, PerDimension outputSize)
        where T : unmanaged, INumber<T> =>
        AveragePoolKernel.Run(input, result, PoolWindows.Adaptive(input.Sizes.AsSpan(^2..), result.Sizes.AsSpan(^2..)), countsPadding: true, null);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Shape inputShape)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        AverageShares.Apply(grad, inputShape, PoolWindows.Adaptive(inputShape.AsSpan()[^2..], grad.Shape.AsSpan()[^2..]), true, null, null);
}
