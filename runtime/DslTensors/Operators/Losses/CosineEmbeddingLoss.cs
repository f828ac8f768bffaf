using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The angle between vectors that belong together, and the likeness beyond a margin of others (PyTorch's <c>nn.functional.cosine_embedding_loss</c>).</summary>
/// <param name="input1">The first vectors, [b, n] or [n].</param>
/// <param name="input2">The second vectors.</param>
/// <param name="target">1 for pairs that belong together, -1 for others, [b] or a scalar.</param>
/// <param name="margin">The cosine from which on others count.</param>
/// <param name="reduction">Mean, sum, or all losses.</param>
/// <returns>The loss.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("a..., b..., t... -> cosineLoss(a, b, t, reduction)")]
public static partial class CosineEmbeddingLoss
{
    private static Tensor<T> Compose<T>(Tensor<T> input1, Tensor<T> input2, Tensor<T> target, double margin = 0, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (target.Rank > 1)
            throw new ShapeException($"0D or 1D target tensor expected, multi-target not supported. cosine_embedding_loss: the shape of 'target' is {target.Shape}.");
        if (input1.Rank != target.Rank + 1)
            throw new ShapeException($"{target.Rank}D target tensor expects {target.Rank + 1}D input tensors, but found inputs with sizes {input1.Shape} and {input2.Shape}.");
        var products = (input1 * input2).Sum(target.Rank);
        var squares = (input1.Square().Sum(target.Rank) + 1e-12) * (input2.Square().Sum(target.Rank) + 1e-12);
        var cosines = products / squares.Sqrt();
        var together = (1 - cosines).MaskedFill(target.Ne(1), 0);
        var apart = (cosines - margin).ClampMin(0).MaskedFill(target.Ne(-1), 0);
        return ReducedLoss.Of(together + apart, reduction);
    }
}
