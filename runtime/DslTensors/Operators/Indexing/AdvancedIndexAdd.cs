using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The tensor with others added to its elements at index tensors; where places repeat, all are added.</summary>
/// <param name="input">The tensor.</param>
/// <param name="index">For each of some neighbouring dimensions the indices, all of one shape; negative ones count from the end.</param>
/// <param name="values">What is added, in the shape that <see cref="AdvancedIndex"/> gives.</param>
/// <param name="dim">The first of these dimensions.</param>
/// <returns>A tensor of the shape of <paramref name="input"/>.</returns>
/// <exception cref="DimensionException">An index is out of range.</exception>
[TensorOp("s..., k i..., v... -> s...", Name = "index_put", IsInternal = true, InPlace = true)]
public static partial class AdvancedIndexAdd
{
    private static void Forward<T>(TensorView<T> input, TensorView<long> index, TensorView<T> values, TensorView<T> result, int dim)
        where T : unmanaged, INumber<T>
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
                foreach (var step in lines.Steps)
                    target[result.Offset + block + offset + step] += source[from++];
            }
        }
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad)
        where T : unmanaged, IFloatingPointIeee754<T> => grad;

    private static Tensor<T> GradValues<T>(Tensor<T> grad, Tensor<long> index, Shape valuesShape, int dim)
        where T : unmanaged, IFloatingPointIeee754<T> => AdvancedIndex.Apply(grad, index, valuesShape.ToArray(), dim, null);
}
