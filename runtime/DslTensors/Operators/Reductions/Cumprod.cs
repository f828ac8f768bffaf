using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The products of all elements up to each along a dimension (PyTorch's <c>cumprod</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> along(s, dim)")]
public static partial class Cumprod
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, int dim)
        where T : unmanaged, INumber<T>
    {
        StridedCopy.Run(input, result);
        var at = Dimension.Wrap(dim, input.Rank);
        if (input.Rank == 0)
            return;
        var (outer, inner) = SliceSizes.Around(input.Sizes, at);
        var slice = input.Sizes[at] * inner;
        for (var block = 0; block < outer; block++)
        {
            var products = result.Span.Slice(block * slice, slice);
            for (var i = inner; i < slice; i++)
                products[i] *= products[i - inner];
        }
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input, int dim)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (input.Rank == 0 || input.Count == 0)
            return grad;
        if (!input.Eq(0).Any().Item())
            return (grad * input.Cumprod(dim)).Flip(dim).Cumsum(dim).Flip(dim) / input;

        // A zero can't be divided out: the derivative by each element is the product with 1 in its place.
        var at = Dimension.Wrap(dim, input.Rank);
        var count = input.Shape[at];
        var gradients = new Tensor<T>[count];
        for (var i = 0; i < count; i++)
        {
            var before = input.Narrow(at, 0, i).Prod(at, keepDim: true);
            var one = Tensor.Cat([before, input.Narrow(at, i + 1, count - i - 1)], at).Cumprod(at);
            gradients[i] = (one * grad.Narrow(at, i, count - i)).Sum(at, keepDim: true);
        }

        return Tensor.Cat(gradients, at);
    }
}
