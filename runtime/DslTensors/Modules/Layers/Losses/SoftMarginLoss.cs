using System.Numerics;

namespace DslTensors;

/// <summary>The logistic loss of scores for targets 1 and -1 (PyTorch's <c>nn.SoftMarginLoss</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="reduction">What becomes of the losses of single elements.</param>
[Module]
public partial class SoftMarginLoss<T>(Reduction reduction = Reduction.Mean)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>What becomes of the losses of single elements.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    [return: Shape("pairLoss(s, t, reduction)")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input, [Shape("t...")] Tensor<T> target) => Tensor.SoftMarginLoss(input, target, Reduction);
}

/// <summary>The logistic loss of scores for targets 1 and -1, for float tensors (PyTorch's <c>nn.SoftMarginLoss</c>).</summary>
/// <param name="reduction">What becomes of the losses of single elements.</param>
public class SoftMarginLoss(Reduction reduction = Reduction.Mean) : SoftMarginLoss<float>(reduction);
