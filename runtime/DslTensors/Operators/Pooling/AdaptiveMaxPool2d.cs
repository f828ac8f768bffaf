using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The greatest elements of as many windows as are asked for (PyTorch's <c>nn.functional.adaptive_max_pool2d</c>).</summary>
/// <param name="input">The images, [b, c, h, w], or one of them without the batch.</param>
/// <param name="outputSize">The size of the result, or a pair for height and width, where null keeps the size of the input.</param>
/// <returns>The elements, [b, c, ...].</returns>
/// <exception cref="ShapeException">The rank is wrong, a size is negative, or the input is empty.</exception>
[TensorOp("b? c h w -> adapt(b? c, h w, outputSize)")]
[ShapeError("input", ShapeFault.Rank, "adaptive_max_pool2d(): Expected 3D or 4D tensor, but got: {input}")]
public static partial class AdaptiveMaxPool2d
{
    private static Tensor<T> Compose<T>(Tensor<T> input, PerDimension outputSize)
        where T : unmanaged, INumber<T> => AdaptiveMaxPool2dWithIndices.Apply(input, outputSize).Values;
}
