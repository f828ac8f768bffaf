namespace DslTensors.Operators;

/// <summary>The slices of a tensor at given indices along a dimension (PyTorch's <c>index_select</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="index">The indices, [n], each from 0 to the dimension's size less 1.</param>
/// <returns>A tensor whose size along <paramref name="dim"/> is n.</returns>
/// <exception cref="DimensionException">The dimension or an index is out of range.</exception>
[TensorOp("s..., n -> resize(s, dim, n)")]
[ShapeError("index", ShapeFault.Rank, "index_select(): Index is supposed to be a vector")]
public static partial class IndexSelect
{
    private static void Forward<T>(TensorView<T> input, int dim, TensorView<long> index, TensorView<T> result)
        where T : unmanaged
    {
        var source = input.Dense();
        var at = Dimension.Wrap(dim, input.Rank);
        var (outer, inner) = SliceSizes.Around(input.Sizes, at);
        var count = input.Rank == 0 ? 1 : input.Sizes[at];
        var indices = index.Dense().Span;
        for (var i = 0; i < indices.Length; i++)
        {
            if (indices[i] < 0 || indices[i] >= count)
                throw new DimensionException($"index out of range in self: index {indices[i]} at position {i} for dimension {dim} of size {count}.");
            for (var block = 0; block < outer; block++)
                source.Span.Slice(((block * count) + (int)indices[i]) * inner, inner).CopyTo(result.Span.Slice(((block * indices.Length) + i) * inner, inner));
        }
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> index, Shape inputShape, int dim)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => IndexSum.Apply(grad, index, inputShape.ToArray(), dim, null);
}
