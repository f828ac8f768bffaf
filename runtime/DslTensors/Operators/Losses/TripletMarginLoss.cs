using System.Numerics;

namespace DslTensors.Operators;

/// <summary>How much closer, by a margin, an anchor should be to what is like it than to what is not (PyTorch's <c>nn.functional.triplet_margin_loss</c>).</summary>
/// <param name="anchor">The vectors, [b, n] or [n].</param>
/// <param name="positive">Vectors that should be near.</param>
/// <param name="negative">Vectors that should be far.</param>
/// <param name="margin">By how much.</param>
/// <param name="p">The order of the distances.</param>
/// <param name="eps">Added to each difference.</param>
/// <param name="swap">Whether the distance between the other two counts if it is less.</param>
/// <param name="reduction">Mean, sum, or all losses.</param>
/// <returns>The loss.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("a..., b..., c... -> tripletLoss(a, b, c, reduction)")]
public static partial class TripletMarginLoss
{
    private static Tensor<T> Compose<T>(
        Tensor<T> anchor, Tensor<T> positive, Tensor<T> negative, double margin = 1, double p = 2, double eps = 1e-6, bool swap = false, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (anchor.Rank != positive.Rank || anchor.Rank != negative.Rank)
            throw new ShapeException($"All inputs should have same dimension but got {anchor.Rank}D, {positive.Rank}D and {negative.Rank}D inputs. triplet_margin_loss: their shapes are {anchor.Shape}, {positive.Shape} and {negative.Shape}.");
        var (near, far) = (anchor.PairwiseDistance(positive, p, eps), anchor.PairwiseDistance(negative, p, eps));
        if (swap)
            far = far.Minimum(positive.PairwiseDistance(negative, p, eps));
        return ReducedLoss.Of((near - far + margin).ClampMin(0), reduction);
    }
}
