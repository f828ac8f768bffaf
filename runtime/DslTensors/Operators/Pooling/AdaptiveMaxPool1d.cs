using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The greatest elements of as many windows as are asked for (PyTorch's <c>nn.functional.adaptive_max_pool1d</c>).</summary>
/// <param name="input">The lines, [b, c, l], or one of them without the batch.</param>
/// <param name="outputSize">The size of the result.</param>
/// <returns>The elements, [b, c, ...].</returns>
/// <exception cref="ShapeException">The rank is wrong, a size is negative, or the input is empty.</exception>
[TensorOp("b? c l -> adapt(b? c, l, outputSize)")]
[ShapeError("input", ShapeFault.Rank, "adaptive_max_pool1d(): Expected 2D or 3D tensor, but got: {input}")]
public static partial class AdaptiveMaxPool1d
{
    private static Tensor<T> Compose<T>(Tensor<T> input, PerDimension outputSize)
        where T : unmanaged, INumber<T> => AdaptiveMaxPool1dWithIndices.Apply(input, outputSize).Values;
}
