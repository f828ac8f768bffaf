using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Half the square of small differences, a straight line for large ones (PyTorch's <c>nn.functional.huber_loss</c>).</summary>
/// <param name="input">The predictions.</param>
/// <param name="target">What they should be, of the same shape.</param>
/// <param name="delta">Where the line begins.</param>
/// <param name="reduction">Mean, sum, or the loss of each element.</param>
/// <returns>The loss.</returns>
/// <exception cref="TensorException"><paramref name="delta"/> is not positive.</exception>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("s..., t... -> pairLoss(s, t, reduction)")]
public static partial class HuberLoss
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> target, Reduction reduction = Reduction.Mean, double delta = 1)
        where T : unmanaged, IFloatingPointIeee754<T> => delta > 0
        ? ReducedLoss.Of(ElementLosses.HuberError(input, target, delta, null), reduction)
        : throw new TensorException($"huber_loss does not support non-positive values for delta. It is {delta}.");
}
