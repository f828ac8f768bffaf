using System.Numerics;

namespace DslTensors;

/// <summary>
/// How far two scores are from the order that the target asks for: 1 for the first above the second, -1 otherwise (PyTorch's
/// <c>nn.MarginRankingLoss</c>).
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="margin">The distance that is asked for.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
[Module]
public partial class MarginRankingLoss<T>(double margin = 0, Reduction reduction = Reduction.Mean)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The distance that is asked for.</summary>
    public double Margin { get; } = margin;

    /// <summary>What becomes of the losses of single elements.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    [Signature("a..., b..., t... -> rankingLoss(a, b, t, reduction)")]
    public Tensor<T> Forward(Tensor<T> input1, Tensor<T> input2, Tensor<T> target) =>
        Tensor.MarginRankingLoss(input1, input2, target, Margin, Reduction);
}

/// <summary>
/// How far two scores are from the order that the target asks for: 1 for the first above the second, -1 otherwise, for float tensors (PyTorch's
/// <c>nn.MarginRankingLoss</c>).
/// </summary>
/// <param name="margin">The distance that is asked for.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
public class MarginRankingLoss(double margin = 0, Reduction reduction = Reduction.Mean) : MarginRankingLoss<float>(margin, reduction);
