using System.Numerics;

namespace DslTensors;

/// <summary>How far the scores of other classes come within a margin of that of the target (PyTorch's <c>nn.MultiMarginLoss</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="p">The power of each distance, 1 or 2.</param>
/// <param name="margin">The distance that is asked for.</param>
/// <param name="weight">A weight for each class, [c].</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
[Module]
public partial class MultiMarginLoss<T>(int p = 1, double margin = 1, Tensor<T>? weight = null, Reduction reduction = Reduction.Mean)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The power of each distance.</summary>
    public int P { get; } = p;

    /// <summary>The distance that is asked for.</summary>
    public double Margin { get; } = margin;

    /// <summary>A weight for each class, or none.</summary>
    [Buffer, Shape("c")]
    public partial Tensor<T>? Weight { get; } = weight;

    /// <summary>What becomes of the losses of single elements.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    [Signature("s..., t... -> marginLoss(s, t, reduction)")]
    public Tensor<T> Forward(Tensor<T> input, Tensor<long> target) => Tensor.MultiMarginLoss(input, target, P, Margin, Weight, Reduction);
}

/// <summary>
/// How far the scores of other classes come within a margin of that of the target, for float tensors (PyTorch's <c>nn.MultiMarginLoss</c>).
/// </summary>
/// <param name="p">The power of each distance, 1 or 2.</param>
/// <param name="margin">The distance that is asked for.</param>
/// <param name="weight">A weight for each class, [c].</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
public class MultiMarginLoss(int p = 1, double margin = 1, Tensor<float>? weight = null, Reduction reduction = Reduction.Mean)
    : MultiMarginLoss<float>(p, margin, weight, reduction);
