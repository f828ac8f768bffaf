using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The greatest elements of as many windows as are asked for (PyTorch's <c>nn.functional.adaptive_max_pool3d</c>).</summary>
/// <param name="input">The volumes, [b, c, d, h, w], or one of them without the batch.</param>
/// <param name="outputSize">The size of the result, or three for depth, height and width, where null keeps the size of the input.</param>
/// <returns>The elements, [b, c, ...].</returns>
/// <exception cref="ShapeException">The rank is wrong, a size is negative, or the input is empty.</exception>
[TensorOp("b? c d h w -> adapt(b? c, d h w, outputSize)")]
[ShapeError("input", ShapeFault.Rank, "adaptive_max_pool3d(): Expected 4D or 5D tensor, but got: {input}")]
public static partial class AdaptiveMaxPool3d
{
    private static Tensor<T> Compose<T>(Tensor<T> input, PerDimension outputSize)
        where T : unmanaged, INumber<T> => AdaptiveMaxPool3dWithIndices.Apply(input, outputSize).Values;
}
