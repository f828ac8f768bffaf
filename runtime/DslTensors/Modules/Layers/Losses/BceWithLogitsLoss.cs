using System.Numerics;

namespace DslTensors;

/// <summary>The cross entropy of logits and targets between 0 and 1 (PyTorch's <c>nn.BCEWithLogitsLoss</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="weight">A weight for each element, which broadcasts.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
/// <param name="posWeight">A weight for positive targets, which broadcasts.</param>
[Module]
public partial class BceWithLogitsLoss<T>(Tensor<T>? weight = null, Reduction reduction = Reduction.Mean, Tensor<T>? posWeight = null)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>A weight for each element, or none.</summary>
    [Buffer, Shape("s...")]
    public partial Tensor<T>? Weight { get; } = weight;

    /// <summary>What becomes of the losses of single elements.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>A weight for positive targets, or none.</summary>
    [Buffer, Shape("s...")]
    public partial Tensor<T>? PosWeight { get; } = posWeight;

    /// <summary>The loss.</summary>
    [return: Shape("equalLoss(s, t, reduction)")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input, [Shape("t...")] Tensor<T> target) =>
        Tensor.BinaryCrossEntropyWithLogits(input, target, Weight, Reduction, PosWeight);
}

/// <summary>The cross entropy of logits and targets between 0 and 1, for float tensors (PyTorch's <c>nn.BCEWithLogitsLoss</c>).</summary>
/// <param name="weight">A weight for each element, which broadcasts.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
/// <param name="posWeight">A weight for positive targets, which broadcasts.</param>
public class BceWithLogitsLoss(Tensor<float>? weight = null, Reduction reduction = Reduction.Mean, Tensor<float>? posWeight = null)
    : BceWithLogitsLoss<float>(weight, reduction, posWeight);
