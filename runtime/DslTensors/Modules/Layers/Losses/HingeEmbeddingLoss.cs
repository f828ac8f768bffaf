using System.Numerics;

namespace DslTensors;

/// <summary>Distances where targets are 1, and what they lack of a margin where targets are -1 (PyTorch's <c>nn.HingeEmbeddingLoss</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="margin">The distance that is asked for.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
[Module]
public partial class HingeEmbeddingLoss<T>(double margin = 1, Reduction reduction = Reduction.Mean)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The distance that is asked for.</summary>
    public double Margin { get; } = margin;

    /// <summary>What becomes of the losses of single elements.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input, [Shape("s...")] Tensor<T> target) =>
        Tensor.HingeEmbeddingLoss(input, target, Margin, Reduction);
}

/// <summary>
/// Distances where targets are 1, and what they lack of a margin where targets are -1, for float tensors (PyTorch's
/// <c>nn.HingeEmbeddingLoss</c>).
/// </summary>
/// <param name="margin">The distance that is asked for.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
public class HingeEmbeddingLoss(double margin = 1, Reduction reduction = Reduction.Mean) : HingeEmbeddingLoss<float>(margin, reduction);
