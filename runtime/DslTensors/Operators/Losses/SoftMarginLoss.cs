using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The logarithm of 1 plus the exponential of minus score times sign (PyTorch's <c>nn.functional.soft_margin_loss</c>).</summary>
/// <param name="input">The scores.</param>
/// <param name="target">1 or -1 for each.</param>
/// <param name="reduction">Mean, sum, or all losses.</param>
/// <returns>The loss.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("s..., t... -> pairLoss(s, t, reduction)")]
public static partial class SoftMarginLoss
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> target, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T> => ReducedLoss.Of((-target * input).Exp().Log1p(), reduction);
}
