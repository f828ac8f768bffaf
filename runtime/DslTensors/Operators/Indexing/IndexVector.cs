namespace DslTensors.Operators;

/// <summary>What the operators with a vector of indices for one dimension check.</summary>
internal static class IndexVector
{
    /// <summary>The indices as a vector, checked against the source and the dimension's size.</summary>
    /// <param name="operation">PyTorch's name of the in-place form.</param>
    /// <param name="index">The indices, of rank 0 or 1.</param>
    /// <param name="input">The tensor that is written.</param>
    /// <param name="source">The slices that are written.</param>
    /// <param name="dim">The dimension.</param>
    public static void Check<T>(string operation, Tensor<long> index, Tensor<T> input, Tensor<T> source, int dim)
        where T : unmanaged
    {
        if (source.Rank > 0 && input.Rank > 0 && source.Rank != input.Rank)
        {
            throw new DimensionException(
                $"{operation}: When source and destination are not scalars, their dimensionality must match. Source dimensionality ({source.Rank}), destination dimensionality ({input.Rank}). " +
                $"The shapes are {source.Shape} and {input.Shape}.");
        }

        var count = source.Rank == 0 ? 1 : source.Shape[dim];
        if (index.Count != count)
        {
            var sentence = operation == "index_add_()"
                ? $"Number of indices ({index.Count}) should be equal to source.size(dim): ({count}), for dim: {dim}"
                : $"Number of indices ({index.Count}) should be equal to source.size(dim) ({count})";
            throw new DimensionException($"{operation}: {sentence}. The source has shape {source.Shape}: give an index for each of its slices.");
        }
    }

    /// <summary>Checks that indices lie between 0 and a size.</summary>
    /// <param name="operation">PyTorch's name of the in-place form.</param>
    /// <param name="index">The indices.</param>
    /// <param name="size">The size.</param>
    /// <param name="dim">The dimension of that size.</param>
    public static void CheckRange(string operation, Tensor<long> index, int size, int dim)
    {
        foreach (var at in index.ToArray())
        {
            if (at >= 0 && at < size)
                continue;
            throw new DimensionException(operation == "index_add_()"
                ? $"index out of range in self: {operation} got index {at} for dimension {dim} of size {size}. Indices go from 0 to {size - 1}."
                : $"{operation}: index {at} is out of bounds for dimension {dim} with size {size}. Indices go from 0 to {size - 1}.");
        }
    }
}
