using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The greatest elements of as many windows as are asked for, and their indices in the line (PyTorch's <c>nn.functional.adaptive_max_pool1d_with_indices</c>).</summary>
/// <param name="input">The lines, [b, c, l], or one of them without the batch.</param>
/// <param name="outputSize">The size of the result.</param>
/// <returns>The elements, [b, c, ...], and their indices.</returns>
/// <exception cref="ShapeException">The rank is wrong, a size is negative, or the input is empty.</exception>
[TensorOp("b? c l -> adapt(b? c, l, outputSize), adapt(b? c, l, outputSize)", Name = "adaptive_max_pool1d_with_indices")]
[ShapeError("input", ShapeFault.Rank, "adaptive_max_pool1d(): Expected 2D or 3D tensor, but got: {input}")]
public static partial class AdaptiveMaxPool1dWithIndices
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> values, TensorView<long> indices, PerDimension outputSize)
        where T : unmanaged, INumber<T> =>
        MaxPoolKernel.Run(input, values, indices, PoolWindows.Adaptive(input.Sizes.AsSpan(^1..), values.Sizes.AsSpan(^1..)));

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> indices, Shape inputShape)
        where T : unmanaged, IFloatingPointIeee754<T> => PooledSum.Apply(grad, indices, inputShape, 1, null);
}
