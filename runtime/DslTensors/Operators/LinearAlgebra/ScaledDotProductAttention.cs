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
        var scores = query.Matmul(key.Transpose(-2, -1)) * (scale ?? 1 / Math.Sqrt(query.Shape[-1]));
        if (isCausal)
            scores = scores.MaskedFill(Tensor.Ones<float>(query.Shape[-2], key.Shape[-2]).Triu(1).Ne(0).To(query.Device), double.NegativeInfinity);
        if (attnMask is not null)
            scores += attnMask;
        var weights = scores.Softmax(-1);
        return (dropoutP == 0 ? weights : weights.Dropout(dropoutP)).Matmul(value);
    }
}
