using System.Numerics;

namespace DslTensors.Operators;

/// <summary>One half of the tensor times the logistic function of the other half (PyTorch's <c>glu</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension to halve.</param>
/// <returns>A tensor of half the size along <paramref name="dim"/>.</returns>
/// <exception cref="ShapeException">The size is odd, or there is no dimension.</exception>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> h...")]
public static partial class Glu
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int dim = -1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (input.Rank == 0)
            throw new ShapeException("glu does not support 0-dimensional tensors. Give a tensor with a dimension to halve.");
        var at = Dimension.Wrap(dim, input.Rank);
        var size = input.Shape[at];
        if (size % 2 != 0)
            throw new ShapeException($"Halving dimension must be even, but dimension {at} is size {size}. The tensor has shape {input.Shape}.");
        return input.Narrow(at, 0, size / 2) * input.Narrow(at, size / 2, size / 2).Sigmoid();
    }
}
