using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The magnitudes of the differences (PyTorch's <c>nn.functional.l1_loss</c>).</summary>
/// <param name="input">The predictions.</param>
/// <param name="target">What they should be, of the same shape.</param>
/// <param name="reduction">Mean, sum, or the loss of each element.</param>
/// <returns>The loss.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("s..., t... -> pairLoss(s, t, reduction)", Name = "l1_loss")]
public static partial class L1Loss
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> target, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ReducedLoss.Of((input - target).Abs(), reduction);
}
