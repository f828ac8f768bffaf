using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The greatest elements of as many windows as are asked for, and their indices in the volume (PyTorch's <c>nn.functional.adaptive_max_pool3d_with_indices</c>).</summary>
/// <param name="input">The volumes, [b, c, d, h, w], or one of them without the batch.</param>
/// <param name="outputSize">The size of the result, or three for depth, height and width, where null keeps the size of the input.</param>
/// <returns>The elements, [b, c, ...], and their indices, row by row.</returns>
/// <exception cref="ShapeException">The rank is wrong, a size is negative, or the input is empty.</exception>
[TensorOp("b? c d h w -> adapt(b? c, d h w, outputSize), adapt(b? c, d h w, outputSize)", Name = "adaptive_max_pool3d_with_indices")]
[ShapeError("input", ShapeFault.Rank, "adaptive_max_pool3d(): Expected 4D or 5D tensor, but got: {input}")]
public static partial class AdaptiveMaxPool3dWithIndices
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> values, TensorView<long> indices, PerDimension outputSize)
        where T : unmanaged, INumber<T> =>
        MaxPoolKernel.Run(input, values, indices, PoolWindows.Adaptive(input.Sizes.AsSpan(^3..), values.Sizes.AsSpan(^3..)));

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> indices, Shape inputShape)
        where T : unmanaged, IFloatingPointIeee754<T> => PooledSum.Apply(grad, indices, inputShape, 3, null);
}
