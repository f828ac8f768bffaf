using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The tensor with slices of another added at given indices of a dimension (PyTorch's <c>index_add</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="index">For each slice of <paramref name="source"/>, where it goes; 0 or more.</param>
/// <param name="source">The slices, in other dimensions of the sizes of <paramref name="input"/>.</param>
/// <param name="alpha">What the slices are multiplied by.</param>
/// <returns>A tensor of the shape of <paramref name="input"/>.</returns>
/// <exception cref="DimensionException">The dimension or an index is out of range, or there are more or fewer indices than slices.</exception>
/// <exception cref="ShapeException">The slices have another shape.</exception>
[TensorOp("s..., i..., e... -> indexed(s, i, dim, e)", InPlace = true)]
public static partial class IndexAdd
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int dim, Tensor<long> index, Tensor<T> source, Scalar? alpha = null)
        where T : unmanaged, INumber<T>
    {
        if (index.Rank > 1)
            throw new DimensionException($"index_add_(): Index is supposed to be a vector, but got dim: {index.Rank} with type: Long and size: {index.Shape}. Flatten it with Reshape(-1).");
        var at = Dimension.Wrap(dim, input.Rank);
        IndexVector.Check("index_add_()", index, input, source, at);
        IndexVector.CheckRange("index_add_()", index, input.Rank == 0 ? 1 : input.Shape[at], at);
        var (whole, slices) = input.Rank == 0 ? (input.Unsqueeze(0), source.Reshape(1)) : (input, source);
        for (var i = 0; i < whole.Rank; i++)
        {
            if (i != at && whole.Shape[i] != slices.Shape[i])
                throw new ShapeException($"The size of tensor a ({whole.Shape[i]}) must match the size of tensor b ({slices.Shape[i]}) at non-singleton dimension {i}. index_add: the shapes are {input.Shape} and {source.Shape}.");
        }

        var added = alpha is { } factor ? slices * factor : slices;
        return AdvancedIndexAdd.Apply(whole, index.Reshape(1, -1), added, at, null).Reshape(input.Shape.ToArray());
    }
}
