using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The cross entropy between class scores and the right classes (PyTorch's <c>nn.functional.cross_entropy</c>).</summary>
/// <param name="input">Scores (logits), [b, c], or [c] for one example.</param>
/// <param name="target">The right classes, 0 to c - 1, [b], or a scalar.</param>
/// <param name="weight">A weight for each class, [c].</param>
/// <param name="ignoreIndex">Examples of this class count for nothing.</param>
/// <param name="reduction">Mean (by weight), sum, or the loss of each example.</param>
/// <returns>The loss.</returns>
/// <exception cref="ShapeException">Ranks or batch sizes don't fit.</exception>
/// <exception cref="DimensionException">A class is out of range.</exception>
[TensorOp("i..., t..., w...? -> loss(t, reduction)")]
public static partial class CrossEntropy
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<long> target, Tensor<T>? weight = null, int ignoreIndex = -100, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        input.LogSoftmax(input.Rank == 1 ? 0 : 1).NllLoss(target, weight, ignoreIndex, reduction);
}
