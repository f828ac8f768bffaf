using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The attention of queries to keys, applied to values (PyTorch's <c>nn.functional.scaled_dot_product_attention</c>).</summary>
/// <param name="query">The queries, [..., l, e].</param>
/// <param name="key">The keys, [..., s, e].</param>
/// <param name="value">The values, [..., s, v].</param>
/// <param name="attnMask">Added to the scores; it broadcasts to [..., l, s].</param>
/// <param name="dropoutP">The probability with which a weight of the attention is dropped; as in PyTorch it holds in evaluation mode too, so give 0 there.</param>
/// <param name="isCausal">No query sees a later key.</param>
/// <param name="scale">The factor of the scores; by default 1 / √e.</param>
/// <returns>The attended values, [..., l, v].</returns>
/// <exception cref="ShapeException">The shapes don't fit.</exception>
[TensorOp("... l e, ... s e, ... s v, m...? -> ... l v")]
public static partial class ScaledDotProductAttention
{
    private static Tensor<T> Compose<T>(
        Tensor<T> query, Tensor<T> key, Tensor<T> value, Tensor<T>? attnMask = null, double dropoutP = 0, bool isCausal = false, double? scale = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var factor = scale ?? 1 / Math.Sqrt(query.Shape[-1]);
        if (attnMask is null && dropoutP == 0 && query.Device.Backend is null && HaveEqualBatches(query, key, value))
            return Attended(query, key, value, factor, isCausal);
        var weights = AttendedValues.Weights(query, key, factor, isCausal, attnMask);
        return (dropoutP == 0 ? weights : weights.Dropout(dropoutP)).Matmul(value);
    }

    private static Tensor<T> Attended<T>(Tensor<T> query, Tensor<T> key, Tensor<T> value, double scale, bool isCausal)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] leading = [.. query.Shape.AsSpan()[..^1]];
        Tensor<T>[] parts = [query, key, value];
        return AttendedValues.Apply<T>(parts, Shape.Create([.. leading, value.Shape[-1]]), Shape.Create([.. leading, key.Shape[-2]]), scale, isCausal).Result;
    }

    // Leading sizes that broadcast go the long way; so do sizes that don't fit, which the products report.
    private static bool HaveEqualBatches<T>(Tensor<T> query, Tensor<T> key, Tensor<T> value)
        where T : unmanaged
    {
        var q = query.Shape.AsSpan();
        var k = key.Shape.AsSpan();
        var v = value.Shape.AsSpan();
        return q.Length > 1 && k.Length > 1 && v.Length > 1
            && q[..^2].SequenceEqual(k[..^2]) && q[..^2].SequenceEqual(v[..^2]) && q[^1] == k[^1] && k[^2] == v[^2];
    }
}
