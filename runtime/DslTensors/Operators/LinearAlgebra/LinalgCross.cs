using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The vectors at right angles to pairs of vectors of three elements, which broadcast (PyTorch's <c>linalg.cross</c>).</summary>
/// <param name="input">The first vectors.</param>
/// <param name="other">The second vectors.</param>
/// <param name="dim">The dimension of the vectors.</param>
/// <returns>A tensor of the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The dimension does not have size 3.</exception>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("a..., b... -> cross(a, b, dim)", HalvesInFloat = true)]
public static partial class LinalgCross
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> other, int dim = -1)
        where T : unmanaged, INumber<T>
    {
        if (input.Rank != other.Rank)
            throw new ShapeException($"linalg.cross: inputs must have the same number of dimensions. Their shapes are {input.Shape} and {other.Shape}.");
        if (input.Shape[dim] != 3 || other.Shape[dim] != 3)
            throw new ShapeException($"linalg.cross: inputs dimension {dim} must have length 3. Got {input.Shape[dim]} and {other.Shape[dim]}");
        return input.Cross(other, dim);
    }
}
