using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Adds slices to zeros at given indices: the gradient of <see cref="IndexSelect"/>.</summary>
/// <param name="input">The slices.</param>
/// <param name="index">Where each goes, [n].</param>
/// <param name="size">The sizes of the result.</param>
/// <param name="dim">The dimension of the indices.</param>
/// <returns>The sums.</returns>
[TensorOp("s..., n -> size...", Name = "index_select_backward", IsInternal = true)]
public static partial class IndexSum
{
    private static void Forward<T>(TensorView<T> input, TensorView<long> index, TensorView<T> result, int[] size, int dim)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        result.Span.Clear();
        var at = Dimension.Wrap(dim, size.Length);
        var (outer, inner) = SliceSizes.Around(size, at);
        var count = size.Length == 0 ? 1 : size[at];
        var indices = index.Dense().Span;
        var source = input.Dense().Span;
        for (var i = 0; i < indices.Length; i++)
        {
            for (var block = 0; block < outer; block++)
            {
                var from = source.Slice(((block * indices.Length) + i) * inner, inner);
                var to = result.Span.Slice(((block * count) + (int)indices[i]) * inner, inner);
                for (var j = 0; j < inner; j++)
                    to[j] += from[j];
            }
        }
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> index, int dim)
        where T : unmanaged, IFloatingPointIeee754<T> => grad.IndexSelect(dim, index);
}
