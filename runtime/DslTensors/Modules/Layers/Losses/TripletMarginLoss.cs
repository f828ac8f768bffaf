using System.Numerics;

namespace DslTensors;

/// <summary>How much nearer negative examples are to an anchor than positive ones and a margin (PyTorch's <c>nn.TripletMarginLoss</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="margin">The distance that is asked for.</param>
/// <param name="p">Which norm.</param>
/// <param name="eps">Added to each difference.</param>
/// <param name="swap">Whether the distance between positive and negative counts where it is smaller.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
[Module]
public partial class TripletMarginLoss<T>(double margin = 1, double p = 2, double eps = 1e-6, bool swap = false, Reduction reduction = Reduction.Mean)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The distance that is asked for.</summary>
    public double Margin { get; } = margin;

    /// <summary>Which norm.</summary>
    public double P { get; } = p;

    /// <summary>Added to each difference.</summary>
    public double Eps { get; } = eps;

    /// <summary>Whether the distance between positive and negative counts where it is smaller.</summary>
    public bool Swap { get; } = swap;

    /// <summary>What becomes of the losses of single elements.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    [Signature("a..., b..., c... -> tripletLoss(a, b, c, reduction)")]
    public Tensor<T> Forward(Tensor<T> anchor, Tensor<T> positive, Tensor<T> negative) =>
        Tensor.TripletMarginLoss(anchor, positive, negative, Margin, P, Eps, Swap, Reduction);
}

/// <summary>
/// How much nearer negative examples are to an anchor than positive ones and a margin, for float tensors (PyTorch's
/// <c>nn.TripletMarginLoss</c>).
/// </summary>
/// <param name="margin">The distance that is asked for.</param>
/// <param name="p">Which norm.</param>
/// <param name="eps">Added to each difference.</param>
/// <param name="swap">Whether the distance between positive and negative counts where it is smaller.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
public class TripletMarginLoss(double margin = 1, double p = 2, double eps = 1e-6, bool swap = false, Reduction reduction = Reduction.Mean)
    : TripletMarginLoss<float>(margin, p, eps, swap, reduction);
