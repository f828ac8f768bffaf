using System.Numerics;

namespace DslTensors;

/// <summary>The vectors of <see cref="Embedding{T}"/> and <see cref="EmbeddingBag{T}"/>: drawn, or given.</summary>
internal static class EmbeddingTable
{
    /// <summary>The padding index counted from the start.</summary>
    /// <exception cref="TensorException">It is out of range.</exception>
    public static int? Wrapped(int count, int? index)
    {
        if (index is { } given && (given < -count || given >= count))
            throw new TensorException($"Padding_idx must be within num_embeddings. It is {given}, and there are {count} vectors.");
        return index < 0 ? index + count : index;
    }

    /// <summary>Normally distributed vectors, one of them zero.</summary>
    public static Tensor<T> Drawn<T>(int count, int size, int? zeroed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var table = Init.Normal<T>(0, 1, count, size);
        if (zeroed is { } index)
            table.Select(0, index).ZeroInPlace();
        return table;
    }

    /// <summary>Vectors that exist, whose memory is shared.</summary>
    /// <exception cref="ShapeException">They are of another number or size.</exception>
    public static Tensor<T> Given<T>(int count, int size, Tensor<T> table)
        where T : unmanaged => table.Rank == 2 && table.Shape[0] == count && table.Shape[1] == size
            ? table.Detach()
            : throw new ShapeException($"Shape of weight does not match num_embeddings and embedding_dim. It is {table.Shape} instead of [{count}, {size}].");

    /// <summary>Refuses what is not a table.</summary>
    /// <exception cref="ShapeException">There are not two dimensions.</exception>
    public static void Check(Tensor embeddings)
    {
        if (embeddings.Rank != 2)
            throw new ShapeException($"Embeddings parameter is expected to be 2-dimensional. Its shape is {embeddings.Shape}; give [n, d].");
    }
}
