using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The sums of all elements up to each along a dimension, in their type (PyTorch's <c>cumsum</c> with <c>dtype</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <returns>A tensor of the same shape; integers wrap around.</returns>
[TensorOp("s... -> along(s, dim)", Method = "Cumsum", IsInternal = true)]
public static partial class TypedCumsum
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
            var sums = result.Span.Slice(block * slice, slice);
            for (var i = inner; i < slice; i++)
                sums[i] += sums[i - inner];
        }
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, int dim)
        where T : unmanaged, IFloatingPointIeee754<T> => grad.Rank == 0 ? grad : grad.Flip(dim).Cumsum(dim).Flip(dim);
}
