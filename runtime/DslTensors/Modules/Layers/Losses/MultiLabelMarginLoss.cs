using System.Numerics;

namespace DslTensors;

/// <summary>How much of a margin of 1 the right classes lack over each other one (PyTorch's <c>nn.MultiLabelMarginLoss</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="reduction">What becomes of the losses of single elements.</param>
[Module]
public partial class MultiLabelMarginLoss<T>(Reduction reduction = Reduction.Mean)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>What becomes of the losses of single elements.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss of scores [b, c] or [c] for the right classes of each example, up to the first -1.</summary>
    public Tensor<T> Forward(Tensor<T> input, Tensor<long> target) => Tensor.MultilabelMarginLoss(input, target, Reduction);
}

/// <summary>How much of a margin of 1 the right classes lack over each other one, for float tensors (PyTorch's <c>nn.MultiLabelMarginLoss</c>).</summary>
/// <param name="reduction">What becomes of the losses of single elements.</param>
public class MultiLabelMarginLoss(Reduction reduction = Reduction.Mean) : MultiLabelMarginLoss<float>(reduction);
