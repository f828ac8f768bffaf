using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The attention of queries to keys, applied to values, without a mask.</summary>
/// <param name="parts">The queries, [..., l, e], the keys, [..., s, e], and the values, [..., s, v], of equal leading sizes.</param>
/// <param name="size">The sizes of the result, [..., l, v].</param>
/// <param name="scoreSize">The sizes of the weights, [..., l, s].</param>
/// <param name="scale">The factor of the scores.</param>
/// <param name="isCausal">No query sees a later key.</param>
/// <returns>The attended values and the weights; no gradient flows through the weights.</returns>
[TensorOp("x...[] -> size..., scoreSize...", Name = "scaled_dot_product_attention", IsInternal = true)]
internal static partial class AttendedValues
{
    private static void Forward<T>(
        TensorView<T>[] parts, TensorView<T> result, TensorView<T> weights, Shape size, Shape scoreSize, double scale, bool isCausal)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        AttentionKernel.Run(parts[0], parts[1], parts[2], result, weights, T.CreateTruncating(scale), isCausal);

    private static Tensor<T>[] GradParts<T>(Tensor<T> gradResult, Tensor<T>[] parts, Tensor<T> weights, double scale, bool isCausal)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!Autograd.IsGradEnabled)
        {
            var (queries, keys, values, _) = AttendedValuesGradient.Apply(gradResult, parts[0], parts[1], parts[2], weights, scale);
            return [queries, keys, values];
        }

        var probabilities = Weights(parts[0], parts[1], scale, isCausal);
        var slope = gradResult.Matmul(parts[2].Transpose(-2, -1));
        var scores = probabilities * (slope - (slope * probabilities).Sum(-1, keepDim: true)) * scale;
        return [scores.Matmul(parts[1]), scores.Transpose(-2, -1).Matmul(parts[0]), probabilities.Transpose(-2, -1).Matmul(gradResult)];
    }

    /// <summary>The weights as operators that have all derivatives.</summary>
    internal static Tensor<T> Weights<T>(Tensor<T> query, Tensor<T> key, double scale, bool isCausal, Tensor<T>? mask = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var scores = query.Matmul(key.Transpose(-2, -1)) * scale;
        if (isCausal)
            scores = scores.MaskedFill(Tensor.Ones<float>(query.Shape[-2], key.Shape[-2]).Triu(1).Ne(0).To(query.Device), double.NegativeInfinity);
        return (mask is null ? scores : scores + mask).Softmax(-1);
    }
}
