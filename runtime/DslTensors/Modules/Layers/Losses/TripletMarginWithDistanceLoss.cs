using System.Numerics;

namespace DslTensors;

/// <summary>
/// How much nearer negative examples are to an anchor than positive ones and a margin, by a measure of one's own (PyTorch's
/// <c>nn.TripletMarginWithDistanceLoss</c>).
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="distanceFunction">The distance of two tensors; by default Euclid's, along the last dimension.</param>
/// <param name="margin">The distance that is asked for.</param>
/// <param name="swap">Whether the distance between positive and negative counts where it is smaller.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
[Module]
public partial class TripletMarginWithDistanceLoss<T>(
    Func<Tensor<T>, Tensor<T>, Tensor<T>>? distanceFunction = null, double margin = 1, bool swap = false, Reduction reduction = Reduction.Mean)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Euclid's distance, where no other is given.</summary>
    public PairwiseDistance<T>? DistanceFunction { get; } = distanceFunction is null ? new PairwiseDistance<T>() : null;

    /// <summary>The distance that is asked for.</summary>
    public double Margin { get; } = margin;

    /// <summary>Whether the distance between positive and negative counts where it is smaller.</summary>
    public bool Swap { get; } = swap;

    /// <summary>What becomes of the losses of single elements.</summary>
    public Reduction Reduction { get; } = reduction;

    private Func<Tensor<T>, Tensor<T>, Tensor<T>>? GivenFunction { get; } = distanceFunction;

    /// <summary>The loss.</summary>
    public Tensor<T> Forward(Tensor<T> anchor, Tensor<T> positive, Tensor<T> negative) =>
        Tensor.TripletMarginWithDistanceLoss(anchor, positive, negative, GivenFunction ?? DistanceFunction!.Forward, Margin, Swap, Reduction);
}

/// <summary>
/// How much nearer negative examples are to an anchor than positive ones and a margin, by a measure of one's own, for float tensors (PyTorch's
/// <c>nn.TripletMarginWithDistanceLoss</c>).
/// </summary>
/// <param name="distanceFunction">The distance of two tensors; by default Euclid's, along the last dimension.</param>
/// <param name="margin">The distance that is asked for.</param>
/// <param name="swap">Whether the distance between positive and negative counts where it is smaller.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
public class TripletMarginWithDistanceLoss(
    Func<Tensor<float>, Tensor<float>, Tensor<float>>? distanceFunction = null, double margin = 1, bool swap = false, Reduction reduction = Reduction.Mean)
    : TripletMarginWithDistanceLoss<float>(distanceFunction, margin, swap, reduction);
