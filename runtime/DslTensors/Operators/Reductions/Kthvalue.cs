using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The k-th least element along a dimension and its index (PyTorch's <c>kthvalue</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="k">Which one: 1 is the least.</param>
/// <param name="dim">The dimension.</param>
/// <param name="keepDim">Whether the dimensions stay, with size 1.</param>
/// <returns>The elements and where each was.</returns>
/// <exception cref="DimensionException">The dimension or k is out of range.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim), reduce(s, dim, keepDim)")]
public static partial class Kthvalue
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> values, TensorView<long> indices, int k, int dim = -1, bool keepDim = false)
        where T : unmanaged, INumber<T>
    {
        var size = input.Rank == 0 ? 1 : input.Sizes[Dimension.Wrap(dim, input.Rank)];
        if (k < 1 || k > size)
            throw new DimensionException($"kthvalue(): selected number k out of range for dimension {Dimension.Wrap(dim, input.Rank)}. k is {k}, and the size {size}.");
        RankedElement.Fill("kthvalue", input, values, indices, dim, _ => k - 1);
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> indices, Shape inputShape, int dim, bool keepDim)
        where T : unmanaged, IFloatingPointIeee754<T> => PickedAlong.Gradient(grad, indices, inputShape, dim, keepDim);
}
