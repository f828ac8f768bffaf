using System.Numerics;

namespace DslTensors;

/// <summary>The checks of what goes into an attention, and the parts of it that depend on shapes alone.</summary>
internal static class AttentionShapes
{
    /// <summary>Whether one weight projects queries, keys and values, since all have the same size.</summary>
    public static bool IsPacked(int embedDim, int? kdim, int? vdim) => (kdim ?? embedDim) == embedDim && (vdim ?? embedDim) == embedDim;

    /// <exception cref="TensorException">The heads can't share the size.</exception>
    public static int CheckedHeads(int embedDim, int numHeads)
    {
        if (embedDim <= 0 || numHeads <= 0)
            throw new TensorException($"embed_dim and num_heads must be greater than 0, got embed_dim={embedDim} and num_heads={numHeads} instead.");
        if (embedDim % numHeads != 0)
            throw new TensorException($"embed_dim must be divisible by num_heads. {embedDim} is no multiple of {numHeads}.");
        return numHeads;
    }

    /// <summary>A linear layer whose offset, unlike that of others, begins as zero.</summary>
    public static Linear<T> OutputProjection<T>(int embedDim, bool bias)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var projection = new Linear<T>(embedDim, embedDim, bias);
        using (Autograd.NoGrad())
            projection.Bias?.ZeroInPlace();
        return projection;
    }

    /// <returns>Whether there are batches.</returns>
    /// <exception cref="ShapeException">The three don't fit each other.</exception>
    public static bool CheckInputs<T>(Tensor<T> query, Tensor<T> key, Tensor<T> value, int embedDim)
        where T : unmanaged
    {
        if (query.Rank is not (2 or 3))
        {
            throw new ShapeException(
                $"query should be unbatched 2D or batched 3D tensor but received {query.Rank}-D query tensor. " +
                $"It is {query.Shape}; give [length, batch, {embedDim}], [batch, length, {embedDim}] with batchFirst, or [length, {embedDim}].");
        }

        if (key.Rank != query.Rank || value.Rank != query.Rank)
        {
            var kind = query.Rank == 3 ? "batched (3-D)" : "unbatched (2-D)";
            throw new ShapeException(
                $"For {kind} `query`, expected `key` and `value` to be {query.Rank}-D but found {key.Rank}-D and {value.Rank}-D tensors respectively. " +
                $"They are {key.Shape} and {value.Shape}.");
        }

        if (query.Shape[^1] != embedDim)
            throw new ShapeException($"was expecting embedding dimension of {embedDim}, but got {query.Shape[^1]}: the query is {query.Shape}.");
        if (!key.Shape.AsSpan()[..^1].SequenceEqual(value.Shape.AsSpan()[..^1]))
        {
            throw new ShapeException(
                $"key's sequence and batch dims {Shape.Format(key.Shape.AsSpan()[..^1])} do not match value's {Shape.Format(value.Shape.AsSpan()[..^1])}. " +
                $"The key is {key.Shape}, the value {value.Shape}.");
        }

        return query.Rank == 3;
    }

    /// <summary>Both masks as what is added to the scores, so that it broadcasts to [batch · heads, l, s].</summary>
    /// <exception cref="ShapeException">A mask has another shape.</exception>
    public static Tensor<T>? MergeMasks<T>(AttentionMask<T> attention, AttentionMask<T> padding, int batch, int heads, int length, int keys, bool isBatched)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var result = attention.Added;
        if (result is not null)
        {
            var expected = Shape.Create(result.Rank == 3 ? [batch * heads, length, keys] : [length, keys]);
            if (result.Rank is not (2 or 3))
                throw new ShapeException($"attn_mask's dimension {result.Rank} is not supported. Give {expected} or [{batch * heads}, {length}, {keys}].");
            if (result.Shape != expected)
                throw new ShapeException($"The shape of the {result.Rank}D attn_mask is {result.Shape}, but should be {expected}.");
        }

        if (padding.Added is not { } hidden)
            return result;
        var expectedPadding = Shape.Create(isBatched ? [batch, keys] : [keys]);
        if (hidden.Shape != expectedPadding)
            throw new ShapeException($"expecting key_padding_mask shape of {expectedPadding}, but got {hidden.Shape}: a value for each key of each sequence.");
        hidden = hidden.Reshape(batch, 1, 1, keys).Expand(-1, heads, -1, -1).Reshape(batch * heads, 1, keys);
        return result is null ? hidden : result + hidden;
    }
}
