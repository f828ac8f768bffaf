using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The way back through <see cref="AttendedValues"/>.</summary>
/// <param name="gradient">The gradient of the attended values.</param>
/// <param name="query">The queries.</param>
/// <param name="key">The keys.</param>
/// <param name="value">The values.</param>
/// <param name="weights">The weights.</param>
/// <param name="scale">The factor of the scores.</param>
/// <returns>The gradients of queries, keys, values and scores.</returns>
[TensorOp("b... l v, b... l e, b... s e, b... s v, b... l s -> b... l e, b... s e, b... s v, b... l s", Name = "scaled_dot_product_attention_backward", IsInternal = true, NonDifferentiable = true)]
internal static partial class AttendedValuesGradient
{
    private static void Forward<T>(
        TensorView<T> gradient, TensorView<T> query, TensorView<T> key, TensorView<T> value, TensorView<T> weights,
        TensorView<T> queries, TensorView<T> keys, TensorView<T> values, TensorView<T> scores, double scale)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        AttentionGradientKernel.Run(gradient, query, key, value, weights, queries, keys, values, scores, T.CreateTruncating(scale));
}
