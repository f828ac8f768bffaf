using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The logarithms of the sums of exponentials of all elements up to each along a dimension, without overflow (PyTorch's <c>logcumsumexp</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> along(s, dim)")]
public static partial class Logcumsumexp
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, int dim)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        StridedCopy.Run(input, result);
        var at = Dimension.Wrap(dim, input.Rank);
        if (input.Rank == 0)
            return;
        var (outer, inner) = SliceSizes.Around(input.Sizes, at);
        var slice = input.Sizes[at] * inner;
        for (var block = 0; block < outer; block++)
        {
            var sums = result.Span.Slice(block * slice, slice);
            for (var i = inner; i < slice; i++)
                sums[i] = Added(sums[i - inner], sums[i]);
        }
    }

    // The weights exp(x - result) are at most 1, but their factors are not: positive and negative gradients are summed as logarithms.
    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input, Tensor<T> result, int dim)
        where T : unmanaged, IFloatingPointIeee754<T> => input.Rank == 0 ? grad
            : Autograd.IsGradEnabled ? input.Exp() * (grad * (-result).Exp()).Flip(dim).Cumsum(dim).Flip(dim)
            : Summed(grad.Relu(), input, result, dim) - Summed((-grad).Relu(), input, result, dim);

    private static Tensor<T> Summed<T>(Tensor<T> grad, Tensor<T> input, Tensor<T> result, int dim)
        where T : unmanaged, IFloatingPointIeee754<T> => ((grad.Log() - result).Flip(dim).Logcumsumexp(dim).Flip(dim) + input).Exp();

    private static T Added<T>(T sum, T next)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (greater, lesser) = (T.Max(sum, next), T.Min(sum, next));
        return T.IsInfinity(greater) && greater == lesser || T.IsNaN(greater) ? greater : greater + T.LogP1(T.Exp(lesser - greater));
    }
}
