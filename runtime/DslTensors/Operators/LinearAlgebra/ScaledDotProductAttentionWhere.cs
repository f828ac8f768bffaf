using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The attention of queries to those keys that a mask lets them see (PyTorch's <c>nn.functional.scaled_dot_product_attention</c>).</summary>
/// <param name="query">The queries, [..., l, e].</param>
/// <param name="key">The keys, [..., s, e].</param>
/// <param name="value">The values, [..., s, v].</param>
/// <param name="attnMask">Whether a query sees a key; it broadcasts to [..., l, s]. The masks of <c>MultiheadAttention</c> say the opposite, as in PyTorch.</param>
/// <param name="dropoutP">The probability with which a weight of the attention is dropped; as in PyTorch it holds in evaluation mode too, so give 0 there.</param>
/// <param name="isCausal">No query sees a later key.</param>
/// <param name="scale">The factor of the scores; by default 1 / √e.</param>
/// <returns>The attended values, [..., l, v].</returns>
/// <exception cref="ShapeException">The shapes don't fit.</exception>
[TensorOp("... l e, ... s e, ... s v, m... -> ... l v", Method = "ScaledDotProductAttention")]
public static partial class ScaledDotProductAttentionWhere
{
    private static Tensor<T> Compose<T>(
        Tensor<T> query, Tensor<T> key, Tensor<T> value, Tensor<bool> attnMask, double dropoutP = 0, bool isCausal = false, double? scale = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ScaledDotProductAttention.Apply(
            query, key, value, query.NewZeros(attnMask.Shape.ToArray()).MaskedFill(attnMask.LogicalNot(), double.NegativeInfinity), dropoutP, isCausal, scale, null);
}
