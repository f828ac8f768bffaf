namespace DslTensors.Operators;

/// <summary>For each index, the element at that place along a dimension, broadcasting both (PyTorch's <c>take_along_dim</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="indices">The places, as <c>Argmax</c> and <c>Sort</c> give them.</param>
/// <param name="dim">The dimension; by default the flattened tensor is read.</param>
/// <returns>The elements, in the shape of the indices, other dimensions broadcast.</returns>
/// <exception cref="DimensionException">The dimension or an index is out of range.</exception>
/// <exception cref="ShapeException">The ranks differ, or other dimensions don't broadcast.</exception>
[TensorOp("s..., i... -> taken(s, i, dim)")]
public static partial class TakeAlongDim
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<long> indices, int? dim = null)
        where T : unmanaged
    {
        if (dim is not { } along)
            return input.Reshape(-1).Gather(0, indices.Reshape(-1));
        if (input.Rank != indices.Rank)
        {
            throw new ShapeException(
                $"take_along_dim(): input and indices should have the same number of dimensions, but got {input.Rank} dimensions for input, and {indices.Rank} dimensions for indices. " +
                $"Their shapes are {input.Shape} and {indices.Shape}.");
        }

        var at = Dimension.Wrap(along, input.Rank);
        var (tensor, places) = (input.Shape.ToArray(), indices.Shape.ToArray());
        (tensor[at], places[at]) = (1, 1);
        var common = ShapeFunctions.BroadcastSizes("take_along_dim", tensor, places);
        return input.Expand(With(common, at, input.Shape[at])).Gather(at, indices.Expand(With(common, at, indices.Shape[at])));
    }

    private static int[] With(int[] sizes, int dim, int size) => [.. sizes[..dim], size, .. sizes[(dim + 1)..]];
}
