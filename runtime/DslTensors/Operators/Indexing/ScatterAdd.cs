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
[TensorOp("s..., i..., e... -> s...")]
public static partial class ScatterAdd
{
    private static void Forward<T>(TensorView<T> input, int dim, TensorView<long> index, TensorView<T> src, TensorView<T> result)
        where T : unmanaged, INumber<T>
    {
        StridedCopy.Run(input, result);
        var offsets = PickedOffsets.Of("scatter_add", result.Layout, dim, index, src.Layout);
        var elements = new TensorView<T>(src.Array, src.Offset, StridedLayout.Strided(index.Sizes, src.Strides)).Dense().Span;
        for (var i = 0; i < offsets.Length; i++)
            result.Array[result.Offset + offsets[i]] += elements[i];
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad)
        where T : unmanaged, IFloatingPointIeee754<T> => grad;

    private static Tensor<T> GradSrc<T>(Tensor<T> grad, Tensor<long> index, Shape srcShape, int dim)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var gathered = grad.Gather(dim, index);
        for (var i = 0; i < srcShape.Rank; i++)
        {
            if (gathered.Shape[i] < srcShape[i])
                gathered = SliceInZeros.Apply(gathered, Widened(gathered.Shape, i, srcShape[i]), i, 0, 1, null);
        }

        return gathered;
    }

    private static Shape Widened(Shape shape, int dim, int size)
    {
        var sizes = shape.ToArray();
        sizes[dim] = size;
        return Shape.Create(sizes);
    }
}
