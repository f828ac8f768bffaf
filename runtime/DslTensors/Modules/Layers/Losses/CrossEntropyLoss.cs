using System.Numerics;

namespace DslTensors;

/// <summary>The cross entropy of logits and classes (PyTorch's <c>nn.CrossEntropyLoss</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="weight">A weight for each class, [c].</param>
/// <param name="ignoreIndex">The target that counts nothing.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
/// <param name="labelSmoothing">The share of the target that goes evenly to all classes.</param>
[Module]
public partial class CrossEntropyLoss<T>(
    Tensor<T>? weight = null, int ignoreIndex = -100, Reduction reduction = Reduction.Mean, double labelSmoothing = 0)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>A weight for each class, or none.</summary>
    [Buffer, Shape("c")]
    public partial Tensor<T>? Weight { get; } = weight;

    /// <summary>The target that counts nothing.</summary>
    public int IgnoreIndex { get; } = ignoreIndex;

    /// <summary>What becomes of the losses of single elements.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The share of the target that goes evenly to all classes.</summary>
    public double LabelSmoothing { get; } = labelSmoothing;

    /// <summary>The loss of logits [b, c, ...] for classes [b, ...].</summary>
    [return: Shape("classLoss(s, t, reduction)")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input, [Shape("t...")] Tensor<long> target) =>
        Tensor.CrossEntropy(input, target, Weight, IgnoreIndex, Reduction, LabelSmoothing);

    /// <summary>The loss of logits [b, c, ...] for probabilities of the classes, of the same shape.</summary>
    public Tensor<T> Forward(Tensor<T> input, Tensor<T> target) =>
        Tensor.CrossEntropy(input, target, Weight, IgnoreIndex, Reduction, LabelSmoothing);
}

/// <summary>The cross entropy of logits and classes, for float tensors (PyTorch's <c>nn.CrossEntropyLoss</c>).</summary>
/// <param name="weight">A weight for each class, [c].</param>
/// <param name="ignoreIndex">The target that counts nothing.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
/// <param name="labelSmoothing">The share of the target that goes evenly to all classes.</param>
public class CrossEntropyLoss(Tensor<float>? weight = null, int ignoreIndex = -100, Reduction reduction = Reduction.Mean, double labelSmoothing = 0)
    : CrossEntropyLoss<float>(weight, ignoreIndex, reduction, labelSmoothing);
