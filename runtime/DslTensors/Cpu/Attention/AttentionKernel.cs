using System.Numerics;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>The attention of queries to keys, applied to values, head by head while its scores are in the cache.</summary>
internal static class AttentionKernel
{
    /// <summary>About 20 microseconds of work.</summary>
    internal const long Grain = 400_000;

    /// <summary>Fills the attended values [..., l, v] and the weights [..., l, s], both contiguous; the operands have any strides.</summary>
    public static void Run<T>(TensorView<T> query, TensorView<T> key, TensorView<T> value, TensorView<T> result, TensorView<T> weights, T scale, bool isCausal)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (weights.Count == 0)
        {
            result.Span.Clear();
            return;
        }

        var heads = AttentionHead.Count(weights.Sizes);
        var work = (long)weights.Count / heads * (query.Sizes[^1] + value.Sizes[^1] + 16);
        var grain = (int)Math.Clamp(Grain / work, 1, heads);
        if (Vector512.IsHardwareAccelerated)
            Parallelism.For(heads, grain, new Body<Lane512<T>, T>(query, key, value, result, weights, scale, isCausal));
        else if (Vector256.IsHardwareAccelerated)
            Parallelism.For(heads, grain, new Body<Lane256<T>, T>(query, key, value, result, weights, scale, isCausal));
        else
            Parallelism.For(heads, grain, new Body<Lane128<T>, T>(query, key, value, result, weights, scale, isCausal));
    }

    private readonly struct Body<L, T>(
        TensorView<T> query, TensorView<T> key, TensorView<T> value, TensorView<T> result, TensorView<T> weights, T scale, bool isCausal) : IRangeBody
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int from, int to)
        {
            for (var head = from; head < to; head++)
            {
                var scores = AttentionHead.Of(weights, head);
                MatrixProduct.Run(AttentionHead.Of(query, head), AttentionHead.Transposed(AttentionHead.Of(key, head)), scores);
                for (var row = 0; row < scores.Rows; row++)
                {
                    var seen = isCausal ? Math.Min(row + 1, scores.Columns) : scores.Columns;
                    var line = scores.Array.AsSpan(scores.Offset + (row * scores.RowStride), scores.Columns);
                    ChannelAffineRow.Run<L, T>(ref line[0], ref line[0], seen, T.Zero, scale, T.Zero);
                    SoftmaxRow<L, T>.Run(ref line[0], ref line[0], seen, isLog: false);
                    line[seen..].Clear();
                }

                MatrixProduct.Run(scores, AttentionHead.Of(value, head), AttentionHead.Of(result, head));
            }
        }
    }
}
