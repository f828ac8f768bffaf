using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Distances of pairs that belong together, and what others lack of a margin (PyTorch's <c>nn.functional.hinge_embedding_loss</c>).</summary>
/// <param name="input">The distances.</param>
/// <param name="target">1 for pairs that belong together, -1 for others.</param>
/// <param name="margin">How far apart others should be.</param>
/// <param name="reduction">Mean, sum, or all losses.</param>
/// <returns>The loss.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("s..., t... -> loss(s, reduction)")]
public static partial class HingeEmbeddingLoss
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> target, double margin = 1, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var apart = (margin - input).ClampMin(0).MaskedFill(target.Eq(1), 0);
        return ReducedLoss.Of(apart + input.MaskedFill(target.Eq(-1), 0), reduction);
    }
}
