using System.Runtime.CompilerServices;

namespace DslTensors;

public sealed partial class Tensor<T>
{
    /// <summary>
    /// The part of the tensor at an index, as a view: integers pick, ranges keep, e.g. <c>x[0]</c>, <c>x[.., ^1]</c>,
    /// <c>x[1..3, 2]</c>. Assigning writes a tensor that broadcasts to the part into it.
    /// </summary>
    /// <exception cref="DimensionException">An index is out of range, or there are more positions than dimensions.</exception>
    [IndexerName("Indices")]
    public Tensor<T> this[params ReadOnlySpan<TensorIndex> index]
    {
        get => Part(index);
        set => Part(index).CopyInPlace(value);
    }

    private Tensor<T> Part(ReadOnlySpan<TensorIndex> index)
    {
        var part = this;
        var dim = 0;
        for (var i = 0; i < index.Length; i++)
        {
            if (index[i].Kind == IndexKind.Ellipsis)
            {
                dim = Math.Max(dim, part.Rank - (index.Length - i - 1));
                continue;
            }

            if (dim >= part.Rank)
                throw new DimensionException($"too many indices for tensor of dimension {Rank}: {index.Length} positions for shape {Shape}. Leave some out.");
            if (index[i].Kind == IndexKind.Single)
            {
                part = Picked(part, dim, index[i].IndexIn(part.Shape[dim]));
                continue;
            }

            var (start, length) = index[i].RangeIn(part.Shape[dim]);
            if (length != part.Shape[dim])
                part = Operators.Slice.Apply(part, dim, start, length, 1);
            dim++;
        }

        return part;
    }

    private Tensor<T> Picked(Tensor<T> part, int dim, int at)
    {
        var size = part.Shape[dim];
        if (at >= size || at < -size)
            throw new DimensionException($"index {at} is out of bounds for dimension {dim} with size {size}. The tensor has shape {Shape}.");
        return part.Select(dim, at);
    }
}
