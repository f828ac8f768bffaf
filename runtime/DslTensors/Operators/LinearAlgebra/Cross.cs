using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The vectors at right angles to pairs of vectors of three elements (PyTorch's <c>cross</c>).</summary>
/// <param name="input">The first vectors.</param>
/// <param name="other">The second vectors.</param>
/// <param name="dim">The dimension of the vectors; by default the first one of size 3.</param>
/// <returns>A tensor of the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The dimension does not have size 3.</exception>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("a..., b... -> cross(a, b, dim)", HalvesInFloat = true)]
public static partial class Cross
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> other, int? dim = null)
        where T : unmanaged, INumber<T>
    {
        if (input.Rank != other.Rank)
            throw new ShapeException($"linalg.cross: inputs must have the same number of dimensions. Their shapes are {input.Shape} and {other.Shape}.");
        var at = dim is { } one ? Dimension.Wrap(one, input.Rank) : Array.IndexOf(input.Shape.ToArray(), 3);
        if (at < 0)
            throw new ShapeException($"no dimension of size 3 in input. cross: the shape is {input.Shape}.");
        if (input.Shape[at] != 3 || other.Shape[at] != 3)
            throw new ShapeException($"linalg.cross: inputs dimension {at} must have length 3. Got {input.Shape[at]} and {other.Shape[at]}");
        return (input.Roll(-1, at) * other.Roll(-2, at)) - (input.Roll(-2, at) * other.Roll(-1, at));
    }
}
