using System.Numerics;

namespace DslTensors;

/// <summary>The cross entropy of probabilities and targets between 0 and 1 (PyTorch's <c>nn.BCELoss</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="weight">A weight for each element, which broadcasts.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
[Module]
public partial class BceLoss<T>(Tensor<T>? weight = null, Reduction reduction = Reduction.Mean)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>A weight for each element, or none.</summary>
    [Buffer, Shape("s...")]
    public partial Tensor<T>? Weight { get; } = weight;

    /// <summary>What becomes of the losses of single elements.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    [return: Shape("equalLoss(s, t, reduction)")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input, [Shape("t...")] Tensor<T> target) =>
        Tensor.BinaryCrossEntropy(input, target, Weight, Reduction);
}

/// <summary>The cross entropy of probabilities and targets between 0 and 1, for float tensors (PyTorch's <c>nn.BCELoss</c>).</summary>
/// <param name="weight">A weight for each element, which broadcasts.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
public class BceLoss(Tensor<float>? weight = null, Reduction reduction = Reduction.Mean) : BceLoss<float>(weight, reduction);
