using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The greatest of all elements up to each along a dimension, and its index, the last of several (PyTorch's <c>cummax</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <returns>The elements, NaN after the first NaN, and where each was.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> along(s, dim), along(s, dim)")]
public static partial class Cummax
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> values, TensorView<long> indices, int dim)
        where T : unmanaged, INumber<T>
    {
        StridedCopy.Run(input, values);
        indices.Span.Clear();
        var at = Dimension.Wrap(dim, input.Rank);
        if (input.Rank == 0)
            return;
        var (outer, inner) = SliceSizes.Around(input.Sizes, at);
        var slice = input.Sizes[at] * inner;
        for (var block = 0; block < outer; block++)
        {
            var best = values.Span.Slice(block * slice, slice);
            var places = indices.Span.Slice(block * slice, slice);
            for (var i = inner; i < slice; i++)
            {
                if (T.IsNaN(best[i]) || (!T.IsNaN(best[i - inner]) && best[i] >= best[i - inner]))
                    places[i] = i / inner;
                else
                    (best[i], places[i]) = (best[i - inner], places[i - inner]);
            }
        }
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> indices, Shape inputShape, int dim)
        where T : unmanaged, IFloatingPointIeee754<T> => inputShape.Rank == 0 ? grad : grad.NewZeros(inputShape.ToArray()).ScatterAdd(dim, indices, grad);
}
