using System.Numerics;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>The way back through <see cref="AttentionKernel"/>, head by head.</summary>
internal static class AttentionGradientKernel
{
    /// <summary>Fills the gradients of queries, keys and values, all contiguous; <paramref name="scores"/> is room for those of the scores.</summary>
    public static void Run<T>(
        TensorView<T> grad, TensorView<T> query, TensorView<T> key, TensorView<T> value, TensorView<T> weights,
        TensorView<T> queryGrad, TensorView<T> keyGrad, TensorView<T> valueGrad, TensorView<T> scores, T scale)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (weights.Count == 0)
        {
            queryGrad.Span.Clear();
            keyGrad.Span.Clear();
            valueGrad.Span.Clear();
            return;
        }

        var heads = AttentionHead.Count(weights.Sizes);
        var work = (long)weights.Count / heads * 2 * (query.Sizes[^1] + value.Sizes[^1] + 8);
        var grain = (int)Math.Clamp(AttentionKernel.Grain / work, 1, heads);
        if (Vector512.IsHardwareAccelerated)
            Parallelism.For(heads, grain, new Body<Lane512<T>, T>(grad, query, key, value, weights, queryGrad, keyGrad, valueGrad, scores, scale));
        else if (Vector256.IsHardwareAccelerated)
            Parallelism.For(heads, grain, new Body<Lane256<T>, T>(grad, query, key, value, weights, queryGrad, keyGrad, valueGrad, scores, scale));
        else
            Parallelism.For(heads, grain, new Body<Lane128<T>, T>(grad, query, key, value, weights, queryGrad, keyGrad, valueGrad, scores, scale));
    }

    private readonly struct Body<L, T>(
        TensorView<T> grad, TensorView<T> query, TensorView<T> key, TensorView<T> value, TensorView<T> weights,
        TensorView<T> queryGrad, TensorView<T> keyGrad, TensorView<T> valueGrad, TensorView<T> scores, T scale) : IRangeBody
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int from, int to)
        {
            for (var head = from; head < to; head++)
            {
                var (slope, weight, score) = (AttentionHead.Of(grad, head), AttentionHead.Of(weights, head), AttentionHead.Of(scores, head));
                MatrixProduct.Run(AttentionHead.Transposed(weight), slope, AttentionHead.Of(valueGrad, head));
                MatrixProduct.Run(slope, AttentionHead.Transposed(AttentionHead.Of(value, head)), score);
                for (var row = 0; row < score.Rows; row++)
                {
                    ref var g = ref score.Array[score.Offset + (row * score.RowStride)];
                    SoftmaxGradientRow<L, T>.Run(ref g, ref weight.Array[weight.Offset + (row * weight.RowStride)], ref g, score.Columns, scale, isLog: false);
                }

                MatrixProduct.Run(score, AttentionHead.Of(key, head), AttentionHead.Of(queryGrad, head));
                MatrixProduct.Run(AttentionHead.Transposed(score), AttentionHead.Of(query, head), AttentionHead.Of(keyGrad, head));
            }
        }
    }
}
