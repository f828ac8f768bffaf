using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The squares of the differences (PyTorch's <c>nn.functional.mse_loss</c>).</summary>
/// <param name="input">The predictions.</param>
/// <param name="target">What they should be, of the same shape.</param>
/// <param name="reduction">Mean, sum, or the loss of each element.</param>
/// <returns>The loss.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("s..., t... -> pairLoss(s, t, reduction)")]
public static partial class MseLoss
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> target, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ReducedLoss.Of(ElementLosses.SquaredError(input, target, null), reduction);
}
