using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The most frequent element along a dimension, the least of several, and where it is (PyTorch's <c>mode</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="keepDim">Whether the dimension stays, with size 1.</param>
/// <returns>The elements and an index of each, the last one.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
/// <exception cref="ShapeException">The dimension has size 0.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim), reduce(s, dim, keepDim)")]
public static partial class Mode
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> values, TensorView<long> indices, int dim = -1, bool keepDim = false)
        where T : unmanaged, INumber<T>
    {
        var flags = new bool[input.Rank];
        if (input.Rank > 0)
            flags[Dimension.Wrap(dim, input.Rank)] = true;
        var rows = ReducedRows.Of(input, flags, out var length);
        if (length == 0 && values.Count > 0)
            throw new ShapeException($"mode(): Expected reduction dim {Dimension.Wrap(dim, input.Rank)} to have non-zero size. The tensor has shape {Shape.Format(input.Sizes)}.");
        var (line, order) = (new T[length], new int[length]);
        for (var i = 0; i < values.Count; i++)
        {
            rows.AsSpan(i * length, length).CopyTo(line);
            for (var k = 0; k < length; k++)
                order[k] = k;
            Array.Sort(order, (a, b) => line[a].CompareTo(line[b]) is var sign and not 0 ? sign : a - b);
            var (best, most) = (0, 0);
            for (var start = 0; start < length;)
            {
                var end = start + 1;
                while (end < length && line[order[end]].Equals(line[order[start]]))
                    end++;
                if (end - start > most)
                    (best, most) = (order[end - 1], end - start);
                start = end;
            }

            values.Span[i] = line[best];
            indices.Span[i] = best;
        }
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> indices, Shape inputShape, int dim, bool keepDim)
        where T : unmanaged, IFloatingPointIeee754<T> => PickedAlong.Gradient(grad, indices, inputShape, dim, keepDim);
}
