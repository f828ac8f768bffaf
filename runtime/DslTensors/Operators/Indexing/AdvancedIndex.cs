namespace DslTensors.Operators;

/// <summary>The elements at index tensors, which take the place of neighbouring dimensions: what <c>x[ids]</c> and <c>x[mask]</c> give.</summary>
/// <param name="input">The tensor.</param>
/// <param name="index">For each of these dimensions the indices, all of one shape; negative ones count from the end.</param>
/// <param name="size">The sizes of the result: those dimensions exchanged for the indices' shape.</param>
/// <param name="dim">The first of these dimensions.</param>
/// <returns>A new tensor.</returns>
/// <exception cref="DimensionException">An index is out of range.</exception>
[TensorOp("s..., k i... -> size...", Name = "index", IsInternal = true)]
public static partial class AdvancedIndex
{
    private static void Forward<T>(TensorView<T> input, TensorView<long> index, TensorView<T> result, int[] size, int dim)
        where T : unmanaged
    {
        if (result.Count == 0)
        {
            IndexedLines.CheckEmpty(input.Layout, index, dim);
            return;
        }

        var lines = IndexedLines.Of(input.Layout, index, dim);
        var source = input.Array;
        var target = result.Span;
        var to = 0;
        foreach (var block in lines.Blocks)
        {
            foreach (var offset in lines.Offsets)
            {
                var from = input.Offset + block + offset;
                if (lines.IsRun)
                {
                    source.AsSpan(from, lines.Length).CopyTo(target.Slice(to, lines.Length));
                    to += lines.Length;
                    continue;
                }

                foreach (var step in lines.Steps)
                    target[to++] = source[from + step];
            }
        }
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> index, Shape inputShape, int dim)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        AdvancedIndexAdd.Apply(grad.NewZeros().Expand(inputShape.ToArray()), index, grad, dim, null);
}
