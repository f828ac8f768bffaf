using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The greatest or least elements along a dimension, in order, and where each was (PyTorch's <c>topk</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="k">How many.</param>
/// <param name="dim">The dimension.</param>
/// <param name="largest">The greatest ones; otherwise the least.</param>
/// <param name="sorted">In order; otherwise any order will do, and they are in order all the same.</param>
/// <returns>The elements and their indices.</returns>
/// <exception cref="DimensionException">The dimension is out of range, or has fewer elements.</exception>
[TensorOp("s... -> top(s, dim, k), top(s, dim, k)")]
public static partial class Topk
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> values, TensorView<long> indices, int k, int dim = -1, bool largest = true, bool sorted = true)
        where T : unmanaged, INumber<T>
    {
        if (k < 0 || k > (input.Rank == 0 ? 1 : input.Sizes[Dimension.Wrap(dim, input.Rank)]))
            throw new DimensionException($"selected index k out of range: k is {k} for dimension {dim} of shape {Shape.Format(input.Sizes)}.");
        SortedLines.Fill(input, values, indices, dim, largest);
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> indices, Shape inputShape, int dim)
        where T : unmanaged, IFloatingPointIeee754<T> => inputShape.Rank == 0 ? grad : grad.NewZeros(inputShape.ToArray()).ScatterAdd(dim, indices, grad);
}
