using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The greatest elements of as many windows as are asked for, and their indices in the image (PyTorch's <c>nn.functional.adaptive_max_pool2d_with_indices</c>).</summary>
/// <param name="input">The images, [b, c, h, w], or one of them without the batch.</param>
/// <param name="outputSize">The size of the result, or a pair for height and width, where null keeps the size of the input.</param>
/// <returns>The elements, [b, c, ...], and their indices, row by row.</returns>
/// <exception cref="ShapeException">The rank is wrong, a size is negative, or the input is empty.</exception>
[TensorOp("b? c h w -> adapt(b? c, h w, outputSize), adapt(b? c, h w, outputSize)", Name = "adaptive_max_pool2d_with_indices")]
[ShapeError("input", ShapeFault.Rank, "adaptive_max_pool2d(): Expected 3D or 4D tensor, but got: {input}")]
public static partial class AdaptiveMaxPool2dWithIndices
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> values, TensorView<long> indices, PerDimension outputSize)
        where T : unmanaged, INumber<T> =>
        MaxPoolKernel.Run(input, values, indices, PoolWindows.Adaptive(input.Sizes.AsSpan(^2..), values.Sizes.AsSpan(^2..)));

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> indices, Shape inputShape)
        where T : unmanaged, IFloatingPointIeee754<T> => PooledSum.Apply(grad, indices, inputShape, 2, null);
}
