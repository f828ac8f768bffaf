using System.Numerics;

namespace DslTensors.Operators;

/// <summary>How much closer, by a margin and a measure of one's own, an anchor should be to what is like it than to what is not (PyTorch's <c>nn.functional.triplet_margin_with_distance_loss</c>).</summary>
/// <param name="anchor">The vectors.</param>
/// <param name="positive">Vectors that should be near.</param>
/// <param name="negative">Vectors that should be far.</param>
/// <param name="distanceFunction">The distance of two tensors; by default Euclid's, along the last dimension.</param>
/// <param name="margin">By how much.</param>
/// <param name="swap">Whether the distance between the other two counts if it is less.</param>
/// <param name="reduction">Mean, sum, or all losses.</param>
/// <returns>The loss.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ..., ... -> losses...")]
public static partial class TripletMarginWithDistanceLoss
{
    private static Tensor<T> Compose<T>(
        Tensor<T> anchor, Tensor<T> positive, Tensor<T> negative, Func<Tensor<T>, Tensor<T>, Tensor<T>>? distanceFunction = null,
        double margin = 1, bool swap = false, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var distance = distanceFunction ?? (static (a, b) => a.PairwiseDistance(b));
        var (near, far) = (distance(anchor, positive), distance(anchor, negative));
        if (swap)
            far = far.Minimum(distance(positive, negative));
        return ReducedLoss.Of((near - far + margin).ClampMin(0), reduction);
    }
}
