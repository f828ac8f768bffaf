using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The huber loss divided by its bend (PyTorch's <c>nn.functional.smooth_l1_loss</c>).</summary>
/// <param name="input">The predictions.</param>
/// <param name="target">What they should be, of the same shape.</param>
/// <param name="beta">Where the line begins; 0 makes it the L1 loss.</param>
/// <param name="reduction">Mean, sum, or the loss of each element.</param>
/// <returns>The loss.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("s..., t... -> pairLoss(s, t, reduction)", Name = "smooth_l1_loss")]
public static partial class SmoothL1Loss
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> target, Reduction reduction = Reduction.Mean, double beta = 1)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ReducedLoss.Of(beta == 0 ? ElementLosses.AbsoluteError(input, target, null) : ElementLosses.HuberError(input, target, beta, null) / beta, reduction);
}
