using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The tensor with elements of another added at given places along a dimension (PyTorch's <c>scatter_add</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="index">Where each element goes.</param>
/// <param name="src">The elements, at least as many in each dimension as there are indices.</param>
/// <returns>A tensor of the shape of <paramref name="input"/>.</returns>
/// <exception cref="DimensionException">The dimension or an index is out of range.</exception>
/// <exception cref="ShapeException">The ranks differ, or the indices are larger than a tensor.</exception>
[TensorOp("s..., i..., e... -> scattered(s, i, dim, e)", InPlace = true)]
public static partial class ScatterAdd
{
    private static void Forward<T>(TensorView<T> input, int dim, TensorView<long> index, TensorView<T> src, TensorView<T> result)
        where T : unmanaged, INumber<T>
    {
        var offsets = PickedOffsets.Of("scatter_add", result.Layout, dim, index, src.Layout);
        StridedCopy.RunUnlessSame(input, result);
        var elements = Scatter.Elements(index.Layout, src);
        for (var i = 0; i < offsets.Length; i++)
            result.Array[result.Offset + offsets[i]] += elements[i];
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad)
        where T : unmanaged, IFloatingPointIeee754<T> => grad;

    private static Tensor<T> GradSrc<T>(Tensor<T> grad, Tensor<long> index, Shape srcShape, int dim)
        where T : unmanaged, IFloatingPointIeee754<T> => PickedGradient.Of(grad, dim, index, srcShape);
}
