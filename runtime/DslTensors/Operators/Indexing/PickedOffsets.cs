namespace DslTensors.Operators;

/// <summary>Where in a tensor the elements lie that indices along a dimension name.</summary>
internal static class PickedOffsets
{
    /// <summary>For each index in row-major order, the distance of its element from the tensor's first.</summary>
    /// <param name="operation">The operator's name.</param>
    /// <param name="tensor">The tensor that the indices are for.</param>
    /// <param name="dim">The dimension of the indices.</param>
    /// <param name="index">The indices.</param>
    /// <param name="source">For scatters, the elements to be written.</param>
    public static int[] Of(string operation, StridedLayout tensor, int dim, TensorView<long> index, StridedLayout? source = null)
    {
        var at = Dimension.Wrap(dim, tensor.Rank);
        if (index.Count == 0)
            return [];
        if (index.Rank != tensor.Rank && Math.Max(index.Rank, 1) != Math.Max(tensor.Rank, 1))
            throw new ShapeException($"Index tensor must have the same number of dimensions as input tensor. {operation}: they have {index.Rank} and {tensor.Rank}.");
        if (source is not null && Math.Max(index.Rank, 1) != Math.Max(source.Rank, 1))
            throw new ShapeException($"Index tensor must have the same number of dimensions as src tensor. {operation}: they have {index.Rank} and {source.Rank}.");
        var (sizes, strides) = tensor.Rank == 0 ? ([1], [1]) : (tensor.Sizes, tensor.Strides);
        int[] picked = index.Rank == 0 ? [1] : index.Sizes;
        CheckSizes(operation, sizes, at, picked, source is { Rank: 0 } ? [1] : source?.Sizes);

        int[] others = [.. strides[..at], 0, .. strides[(at + 1)..]];
        var offsets = IndexedLines.Distances(picked, others);
        var indices = index.Dense().Span;
        for (var i = 0; i < offsets.Length; i++)
        {
            if (indices[i] < 0 || indices[i] >= sizes[at])
                throw new DimensionException($"index {indices[i]} is out of bounds for dimension {at} with size {sizes[at]}. {operation}: indices go from 0 to {sizes[at] - 1}.");
            offsets[i] += (int)indices[i] * strides[at];
        }

        return offsets;
    }

    private static void CheckSizes(string operation, int[] sizes, int dim, int[] index, int[]? source)
    {
        for (var i = 0; i < index.Length; i++)
        {
            var isWide = i != dim && index[i] > sizes[i];
            if (source is null && isWide)
                throw new ShapeException($"Size does not match at dimension {i} expected index {Shape.Format(index)} to be smaller than self {Shape.Format(sizes)} apart from dimension {dim}. {operation}: shorten the indices.");
            if (source is not null && (isWide || index[i] > source[i]))
            {
                throw new ShapeException(
                    $"Expected index {Shape.Format(index)} to be smaller than self {Shape.Format(sizes)} apart from dimension {dim} and to be smaller size than src {Shape.Format(source)}. " +
                    $"{operation}: shorten the indices.");
            }
        }
    }
}
