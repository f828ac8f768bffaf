using System.Numerics;

namespace DslTensors;

/// <summary>How far cosines of two vectors are from 1 for targets 1, or above a margin for targets -1 (PyTorch's <c>nn.CosineEmbeddingLoss</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="margin">The distance that is asked for.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
[Module]
public partial class CosineEmbeddingLoss<T>(double margin = 0, Reduction reduction = Reduction.Mean)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The distance that is asked for.</summary>
    public double Margin { get; } = margin;

    /// <summary>What becomes of the losses of single elements.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    [Signature("a..., b..., t... -> cosineLoss(a, b, t, reduction)")]
    public Tensor<T> Forward(Tensor<T> input1, Tensor<T> input2, Tensor<T> target) =>
        Tensor.CosineEmbeddingLoss(input1, input2, target, Margin, Reduction);
}

/// <summary>
/// How far cosines of two vectors are from 1 for targets 1, or above a margin for targets -1, for float tensors (PyTorch's
/// <c>nn.CosineEmbeddingLoss</c>).
/// </summary>
/// <param name="margin">The distance that is asked for.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
public class CosineEmbeddingLoss(double margin = 0, Reduction reduction = Reduction.Mean) : CosineEmbeddingLoss<float>(margin, reduction);
