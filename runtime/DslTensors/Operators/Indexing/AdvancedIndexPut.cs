namespace DslTensors.Operators;

/// <summary>The tensor with elements at index tensors exchanged for others: what <c>x[ids] = values</c> does.</summary>
/// <param name="input">The tensor.</param>
/// <param name="index">For each of some neighbouring dimensions the indices, all of one shape; negative ones count from the end.</param>
/// <param name="values">The elements, in the shape that <see cref="AdvancedIndex"/> gives.</param>
/// <param name="dim">The first of these dimensions.</param>
/// <returns>A tensor of the shape of <paramref name="input"/>. Where places repeat, the last element holds.</returns>
/// <exception cref="DimensionException">An index is out of range.</exception>
[TensorOp("s..., k i..., v... -> s...", Name = "index_put", IsInternal = true, InPlace = true)]
public static partial class AdvancedIndexPut
{
    private static void Forward<T>(TensorView<T> input, TensorView<long> index, TensorView<T> values, TensorView<T> result, int dim)
        where T : unmanaged
    {
        StridedCopy.RunUnlessSame(input, result);
        if (values.Count == 0)
        {
            IndexedLines.CheckEmpty(result.Layout, index, dim);
            return;
        }

        var lines = IndexedLines.Of(result.Layout, index, dim);
        var source = values.Dense().Span;
        var target = result.Array;
        var from = 0;
        foreach (var block in lines.Blocks)
        {
            foreach (var offset in lines.Offsets)
            {
                var to = result.Offset + block + offset;
                if (lines.IsRun)
                {
                    source.Slice(from, lines.Length).CopyTo(target.AsSpan(to, lines.Length));
                    from += lines.Length;
                    continue;
                }

                foreach (var step in lines.Steps)
                    target[to + step] = source[from++];
            }
        }
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> index, Shape valuesShape, int dim)
        where T : unmanaged => Apply(grad, index, grad.NewZeros().Expand(valuesShape.ToArray()), dim, null);

    private static Tensor<T> GradValues<T>(Tensor<T> grad, Tensor<long> index, Shape valuesShape, int dim)
        where T : unmanaged => AdvancedIndex.Apply(grad, index, valuesShape.ToArray(), dim, null);
}
