namespace DslTensors.Operators;

/// <summary>The tensor with slices at given indices of a dimension exchanged for those of another (PyTorch's <c>index_copy</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="index">For each slice of <paramref name="source"/>, where it goes; 0 or more. Where places repeat, the last one holds.</param>
/// <param name="source">The slices, in other dimensions of the sizes of <paramref name="input"/>.</param>
/// <returns>A tensor of the shape of <paramref name="input"/>.</returns>
/// <exception cref="DimensionException">The dimension or an index is out of range, or there are more or fewer indices than slices.</exception>
/// <exception cref="ShapeException">The slices have another shape.</exception>
[TensorOp("s..., i..., e... -> indexed(s, i, dim, e)", InPlace = true)]
public static partial class IndexCopy
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int dim, Tensor<long> index, Tensor<T> source)
        where T : unmanaged
    {
        if (index.Rank > 1)
            throw new DimensionException($"index_copy_(): Index should have dimension 1 or 0 (got {index.Rank}). Flatten it with Reshape(-1).");
        var at = Dimension.Wrap(dim, input.Rank);
        IndexVector.Check("index_copy_()", index, input, source, at);
        var (whole, slices) = input.Rank == 0 ? (input.Unsqueeze(0), source.Reshape(1)) : (input, source);
        int[] expected = [.. whole.Layout.Sizes];
        expected[at] = slices.Shape[at];
        if (!slices.Layout.Sizes.AsSpan().SequenceEqual(expected))
        {
            throw new ShapeException(
                $"index_copy_(): Source/destination tensor must have same slice shapes. Destination slice shape: {Slice(whole, at)} at dimension {at} and source slice shape: {Slice(slices, at)} at dimension {at}. " +
                $"The source must have shape {Shape.Format(expected)}.");
        }

        IndexVector.CheckRange("index_copy_()", index, whole.Shape[at], at);
        return AdvancedIndexPut.Apply(whole, index.Reshape(1, -1), slices, at, null).Reshape(input.Shape.ToArray());
    }

    private static string Slice(Tensor tensor, int dim) => string.Join(" ", tensor.Shape.Where((_, i) => i != dim));
}
