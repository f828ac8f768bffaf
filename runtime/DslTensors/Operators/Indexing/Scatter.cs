namespace DslTensors.Operators;

/// <summary>The tensor with elements of another at given places along a dimension (PyTorch's <c>scatter</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="index">Where each element goes; where places repeat, the last one holds.</param>
/// <param name="src">The elements, at least as many in each dimension as there are indices.</param>
/// <returns>A tensor of the shape of <paramref name="input"/>.</returns>
/// <exception cref="DimensionException">The dimension or an index is out of range.</exception>
/// <exception cref="ShapeException">The ranks differ, or the indices are larger than a tensor.</exception>
[TensorOp("s..., i..., e... -> scattered(s, i, dim, e)", InPlace = true)]
public static partial class Scatter
{
    private static void Forward<T>(TensorView<T> input, int dim, TensorView<long> index, TensorView<T> src, TensorView<T> result)
        where T : unmanaged
    {
        var offsets = PickedOffsets.Of("scatter", result.Layout, dim, index, src.Layout);
        StridedCopy.RunUnlessSame(input, result);
        var elements = Elements(index.Layout, src);
        for (var i = 0; i < offsets.Length; i++)
            result.Array[result.Offset + offsets[i]] = elements[i];
    }

    /// <summary>The elements that have an index, in the indices' order.</summary>
    internal static Span<T> Elements<T>(StridedLayout index, TensorView<T> src)
        where T : unmanaged => index.Count == 0 ? [] : new TensorView<T>(src.Array, src.Offset, StridedLayout.Strided(index.Sizes, src.Strides)).Dense().Span;

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> index, int dim)
        where T : unmanaged => grad.Scatter(dim, index, 0);

    private static Tensor<T> GradSrc<T>(Tensor<T> grad, Tensor<long> index, Shape srcShape, int dim)
        where T : unmanaged => PickedGradient.Of(grad, dim, index, srcShape);
}

/// <summary>The tensor with one number at given places along a dimension (PyTorch's <c>scatter</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="index">Where the number goes.</param>
/// <param name="value">The number.</param>
/// <returns>A tensor of the shape of <paramref name="input"/>.</returns>
/// <exception cref="DimensionException">The dimension or an index is out of range.</exception>
/// <exception cref="ShapeException">The ranks differ, or the indices are larger than the tensor.</exception>
[TensorOp("s..., i... -> scattered(s, i, dim)", Method = "Scatter", InPlace = true)]
public static partial class ScatterNumber
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int dim, Tensor<long> index, Scalar value)
        where T : unmanaged => Scatter.Apply(input, dim, index, ScalarTensor.Like(input, value).To(input.Device).Expand(index.Shape.ToArray()), null);
}
