using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The mean cross entropy of each example's labels (PyTorch's <c>nn.functional.multilabel_soft_margin_loss</c>).</summary>
/// <param name="input">Scores, [b, c].</param>
/// <param name="target">1 for each label that holds, 0 for others, [b, c].</param>
/// <param name="weight">A weight for each class, [c].</param>
/// <param name="reduction">Mean, sum, or all losses.</param>
/// <returns>The loss.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("s..., t..., w...? -> labelLoss(s, t, reduction)")]
public static partial class MultilabelSoftMarginLoss
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> target, Tensor<T>? weight = null, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var losses = -((target * input.Logsigmoid()) + ((1 - target) * (-input).Logsigmoid()));
        if (weight is not null)
            losses *= weight;
        return ReducedLoss.Of(losses.Mean(-1), reduction);
    }
}
