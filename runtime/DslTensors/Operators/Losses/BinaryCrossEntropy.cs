using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The cross entropy between probabilities and what should be (PyTorch's <c>nn.functional.binary_cross_entropy</c>).</summary>
/// <param name="input">The predictions.</param>
/// <param name="target">What they should be, of the same shape.</param>
/// <param name="reduction">Mean, sum, or the loss of each element.</param>
/// <returns>The loss.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("s..., t... -> loss(s, reduction)")]
public static partial class BinaryCrossEntropy
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> target, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ReducedLoss.Of(ElementLosses.CrossEntropyOfProbability(input, target, null), reduction);
}
