using System.Numerics;

namespace DslTensors;

/// <summary>The cross entropy of logits and targets 0 or 1, the mean over classes (PyTorch's <c>nn.MultiLabelSoftMarginLoss</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="weight">A weight for each class, [c].</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
[Module]
public partial class MultiLabelSoftMarginLoss<T>(Tensor<T>? weight = null, Reduction reduction = Reduction.Mean)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>A weight for each class, or none.</summary>
    [Buffer, Shape("c")]
    public partial Tensor<T>? Weight { get; } = weight;

    /// <summary>What becomes of the losses of single elements.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input, [Shape("s...")] Tensor<T> target) =>
        Tensor.MultilabelSoftMarginLoss(input, target, Weight, Reduction);
}

/// <summary>
/// The cross entropy of logits and targets 0 or 1, the mean over classes, for float tensors (PyTorch's <c>nn.MultiLabelSoftMarginLoss</c>).
/// </summary>
/// <param name="weight">A weight for each class, [c].</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
public class MultiLabelSoftMarginLoss(Tensor<float>? weight = null, Reduction reduction = Reduction.Mean)
    : MultiLabelSoftMarginLoss<float>(weight, reduction);
