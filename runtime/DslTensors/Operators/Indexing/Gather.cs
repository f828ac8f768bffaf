using System.Numerics;

namespace DslTensors.Operators;

/// <summary>For each index, the element at that place along a dimension (PyTorch's <c>gather</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="index">The indices; in other dimensions not larger than the tensor.</param>
/// <returns>A tensor of the shape of <paramref name="index"/>.</returns>
/// <exception cref="DimensionException">The dimension or an index is out of range.</exception>
/// <exception cref="ShapeException">The ranks differ, or the indices are larger than the tensor.</exception>
[TensorOp("s..., i... -> picked(s, i, dim)")]
public static partial class Gather
{
    private static void Forward<T>(TensorView<T> input, int dim, TensorView<long> index, TensorView<T> result)
        where T : unmanaged
    {
        var offsets = PickedOffsets.Of("gather", input.Layout, dim, index);
        var elements = result.Span;
        for (var i = 0; i < offsets.Length; i++)
            elements[i] = input.Array[input.Offset + offsets[i]];
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> index, Shape inputShape, int dim)
        where T : unmanaged, IFloatingPointIeee754<T> => grad.NewZeros(inputShape.ToArray()).ScatterAdd(dim, index, grad);
}
