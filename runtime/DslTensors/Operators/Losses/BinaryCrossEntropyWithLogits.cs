using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The cross entropy between scores, seen through the logistic function, and what should be (PyTorch's <c>nn.functional.binary_cross_entropy_with_logits</c>).</summary>
/// <param name="input">The predictions.</param>
/// <param name="target">What they should be, of the same shape.</param>
/// <param name="weight">A factor for each loss; it broadcasts.</param>
/// <param name="reduction">Mean, sum, or the loss of each element.</param>
/// <param name="posWeight">A factor for the loss of what should be true; it broadcasts.</param>
/// <returns>The loss.</returns>
/// <exception cref="ShapeException">The shapes differ.</exception>
[TensorOp("s..., t..., w...?, p...? -> equalLoss(s, t, reduction)")]
public static partial class BinaryCrossEntropyWithLogits
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> target, Tensor<T>? weight = null, Reduction reduction = Reduction.Mean, Tensor<T>? posWeight = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (input.Shape != target.Shape)
            throw new ShapeException($"Target size ({target.Shape}) must be the same as input size ({input.Shape}). Reshape one of them.");
        var losses = posWeight is null
            ? ElementLosses.CrossEntropyOfLogit(input, target, null)
            : ((1 - target) * input) - ((((posWeight - 1) * target) + 1) * input.Logsigmoid());
        return ReducedLoss.Of(weight is null ? losses : losses * weight, reduction);
    }
}
