using System.Numerics;

namespace DslTensors.Operators;

/// <summary>How much of a margin the right class lacks over each other one (PyTorch's <c>nn.functional.multi_margin_loss</c>).</summary>
/// <param name="input">Scores, [b, c] or [c].</param>
/// <param name="target">The right classes, [b] or a scalar.</param>
/// <param name="p">1 or 2: the power of what is lacking.</param>
/// <param name="margin">By how much the right class should lead.</param>
/// <param name="weight">A weight for each right class, [c].</param>
/// <param name="reduction">Mean, sum, or all losses.</param>
/// <returns>The loss.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
/// <exception cref="TensorException"><paramref name="p"/> is neither 1 nor 2.</exception>
[TensorOp("s..., t..., w...? -> marginLoss(s, t, reduction)")]
public static partial class MultiMarginLoss
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<long> target, double p = 1, double margin = 1, Tensor<T>? weight = null, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (p is not (1 or 2))
            throw new TensorException($"only p == 1 and p == 2 supported. multi_margin_loss: p is {p}.");
        var scores = input.Rank <= 1 ? input.Reshape(1, -1) : input;
        var classes = target.Reshape(-1, 1);
        var lacking = (margin - scores.Gather(1, classes) + scores).ClampMin(0);
        if (p == 2)
            lacking = lacking.Square();
        if (weight is not null)
            lacking *= weight.IndexSelect(0, target.Reshape(-1)).Unsqueeze(1);
        var others = Tensor.Ones<bool>(scores.Shape.ToArray()).To(scores.Device).LogicalAnd(Tensor.Arange(scores.Shape[1]).To(scores.Device).Ne(classes));
        var losses = lacking.MaskedFill(others.LogicalNot(), 0).Sum(1) / scores.Shape[1];
        return ReducedLoss.Of(input.Rank <= 1 ? losses.Reshape() : losses, reduction);
    }
}
