using System.Numerics;

namespace DslTensors.Operators;

/// <summary>How much of a margin pairs of scores lack in the order that is right (PyTorch's <c>nn.functional.margin_ranking_loss</c>).</summary>
/// <param name="input1">The first scores.</param>
/// <param name="input2">The second scores.</param>
/// <param name="target">1 where the first should be greater, -1 where the second.</param>
/// <param name="margin">How far apart they should be.</param>
/// <param name="reduction">Mean, sum, or all losses.</param>
/// <returns>The loss.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("a..., b..., t... -> rankingLoss(a, b, t, reduction)")]
public static partial class MarginRankingLoss
{
    private static Tensor<T> Compose<T>(Tensor<T> input1, Tensor<T> input2, Tensor<T> target, double margin = 0, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (input1.Rank != input2.Rank || input1.Rank != target.Rank)
            throw new ShapeException($"margin_ranking_loss : All input tensors should have same dimension but got sizes: input1: {input1.Shape}, input2: {input2.Shape}, target: {target.Shape}. Bring them to one rank.");
        return ReducedLoss.Of(((-target * (input1 - input2)) + margin).ClampMin(0), reduction);
    }
}
