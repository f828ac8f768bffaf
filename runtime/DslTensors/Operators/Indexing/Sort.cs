using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The elements in order along a dimension, and where each was (PyTorch's <c>sort</c>); equal ones keep theirs, NaN is greatest.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="descending">The greatest first.</param>
/// <param name="stable">Whether equal elements must keep their order; here they always do.</param>
/// <returns>The elements and their indices.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> along(s, dim), along(s, dim)")]
public static partial class Sort
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> values, TensorView<long> indices, int dim = -1, bool descending = false, bool stable = false)
        where T : unmanaged, INumber<T> => SortedLines.Fill(input, values, indices, dim, descending);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> indices, Shape inputShape, int dim)
        where T : unmanaged, IFloatingPointIeee754<T> => inputShape.Rank == 0 ? grad : grad.NewZeros(inputShape.ToArray()).ScatterAdd(dim, indices, grad);
}
