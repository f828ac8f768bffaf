namespace DslTensors.Operators;

/// <summary>Where in a tensor the elements lie that indices along a dimension name.</summary>
internal static class PickedOffsets
{
    /// <summary>For each index in row-major order, the distance of its element from the tensor's first.</summary>
    public static int[] Of(string operation, StridedLayout tensor, int dim, TensorView<long> index, StridedLayout other)
    {
        if (index.Rank != tensor.Rank || other.Rank != index.Rank)
            throw new ShapeException($"Index tensor must have the same number of dimensions as input tensor. {operation}: they have {index.Rank} and {tensor.Rank}.");
        var at = Dimension.Wrap(dim, tensor.Rank);
        for (var i = 0; i < index.Rank; i++)
        {
            if ((i != at && index.Sizes[i] > tensor.Sizes[i]) || index.Sizes[i] > other.Sizes[i])
                throw new ShapeException($"Size does not match at dimension {i} expected index {Shape.Format(index.Sizes)} to be smaller than self {Shape.Format(tensor.Sizes)} apart from dimension {at}. {operation}: shorten the indices.");
        }

        var indices = index.Dense().Span;
        var offsets = new int[indices.Length];
        for (var i = 0; i < offsets.Length; i++)
        {
            var rest = i;
            for (var d = index.Rank - 1; d >= 0; d--)
            {
                var place = rest % index.Sizes[d];
                rest /= index.Sizes[d];
                if (d == at)
                {
                    if (indices[i] < 0 || indices[i] >= tensor.Sizes[d])
                        throw new DimensionException($"index {indices[i]} is out of bounds for dimension {d} with size {tensor.Sizes[d]}. {operation}: indices go from 0 to {tensor.Sizes[d] - 1}.");
                    place = (int)indices[i];
                }

                offsets[i] += place * tensor.Strides[d];
            }
        }

        return offsets;
    }
}
