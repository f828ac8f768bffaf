namespace DslTensors.Operators;

/// <summary>The tensor with one number at given indices of a dimension (PyTorch's <c>index_fill</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="index">The indices; negative ones count from the end.</param>
/// <param name="value">The number.</param>
/// <returns>A tensor of the shape of <paramref name="input"/>.</returns>
/// <exception cref="DimensionException">The dimension or an index is out of range.</exception>
[TensorOp("s..., i... -> indexed(s, i, dim)", InPlace = true)]
public static partial class IndexFill
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int dim, Tensor<long> index, Scalar value)
        where T : unmanaged => IndexFillTensor.Apply(input, dim, index, ScalarTensor.Like(input, value).To(input.Device), null);
}

/// <summary>The tensor with one element at given indices of a dimension (PyTorch's <c>index_fill</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="index">The indices; negative ones count from the end.</param>
/// <param name="value">The element, of rank 0.</param>
/// <returns>A tensor of the shape of <paramref name="input"/>.</returns>
/// <exception cref="DimensionException">The dimension or an index is out of range.</exception>
/// <exception cref="ShapeException">The value is no single element.</exception>
[TensorOp("s..., i..., v... -> indexed(s, i, dim)", Method = "IndexFill", InPlace = true)]
public static partial class IndexFillTensor
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int dim, Tensor<long> index, Tensor<T> value)
        where T : unmanaged
    {
        if (value.Rank > 0)
            throw new ShapeException($"index_fill_ only supports a 0-dimensional value tensor, but got tensor with {value.Rank} dimension(s). Use IndexCopy to write different slices.");
        if (index.Rank > 1)
            throw new ShapeException($"Index has to be a vector/scalar: index_fill got shape {index.Shape}. Flatten it with Reshape(-1).");
        var at = Dimension.Wrap(dim, input.Rank);
        var whole = input.Rank == 0 ? input.Unsqueeze(0) : input;
        foreach (var place in index.ToArray())
        {
            if (place >= whole.Shape[at] || place < -whole.Shape[at])
                throw new DimensionException($"index {place} is out of bounds for dimension {at} with size {whole.Shape[at]}. index_fill: indices of shape {input.Shape} there go from {-whole.Shape[at]} to {whole.Shape[at] - 1}.");
        }

        var sizes = whole.Shape.ToArray();
        sizes[at] = (int)index.Count;
        return AdvancedIndexPut.Apply(whole, index.Reshape(1, -1), value.Expand(sizes), at, null).Reshape(input.Shape.ToArray());
    }
}
