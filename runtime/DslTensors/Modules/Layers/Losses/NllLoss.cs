using System.Numerics;

namespace DslTensors;

/// <summary>The negative log likelihood of classes (PyTorch's <c>nn.NLLLoss</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="weight">A weight for each class, [c].</param>
/// <param name="ignoreIndex">The target that counts nothing.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
[Module]
public partial class NllLoss<T>(Tensor<T>? weight = null, int ignoreIndex = -100, Reduction reduction = Reduction.Mean)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>A weight for each class, or none.</summary>
    [Buffer, Shape("c")]
    public partial Tensor<T>? Weight { get; } = weight;

    /// <summary>The target that counts nothing.</summary>
    public int IgnoreIndex { get; } = ignoreIndex;

    /// <summary>What becomes of the losses of single elements.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss of log probabilities [b, c, ...] for classes [b, ...].</summary>
    [return: Shape("classLoss(s, t, reduction)")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input, [Shape("t...")] Tensor<long> target) => Tensor.NllLoss(input, target, Weight, IgnoreIndex, Reduction);
}

/// <summary>The negative log likelihood of classes, for float tensors (PyTorch's <c>nn.NLLLoss</c>).</summary>
/// <param name="weight">A weight for each class, [c].</param>
/// <param name="ignoreIndex">The target that counts nothing.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
public class NllLoss(Tensor<float>? weight = null, int ignoreIndex = -100, Reduction reduction = Reduction.Mean)
    : NllLoss<float>(weight, ignoreIndex, reduction);
