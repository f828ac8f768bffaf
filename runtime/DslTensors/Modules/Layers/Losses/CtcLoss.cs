using System.Numerics;

namespace DslTensors;

/// <summary>The negative logarithm of the probability of label sequences under all their alignments (PyTorch's <c>nn.CTCLoss</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="blank">The class that stands for no label.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
/// <param name="zeroInfinity">Whether losses of sequences that can't be aligned count as 0, also for the gradient.</param>
[Module]
public partial class CtcLoss<T>(int blank = 0, Reduction reduction = Reduction.Mean, bool zeroInfinity = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The class that stands for no label.</summary>
    public int Blank { get; } = blank;

    /// <summary>What becomes of the losses of single elements.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>Whether losses of sequences that can't be aligned count as 0.</summary>
    public bool ZeroInfinity { get; } = zeroInfinity;

    /// <summary>The loss of logarithms of probabilities [time, b, c] or [time, c] for labels, with the lengths of both.</summary>
    [Signature("s..., t..., i..., n... -> ctcLoss(s, t, i, n, reduction)")]
    public Tensor<T> Forward(Tensor<T> logProbs, Tensor<long> targets, Tensor<long> inputLengths, Tensor<long> targetLengths) =>
        Tensor.CtcLoss(logProbs, targets, inputLengths, targetLengths, Blank, Reduction, ZeroInfinity);
}

/// <summary>
/// The negative logarithm of the probability of label sequences under all their alignments, for float tensors (PyTorch's <c>nn.CTCLoss</c>).
/// </summary>
/// <param name="blank">The class that stands for no label.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
/// <param name="zeroInfinity">Whether losses of sequences that can't be aligned count as 0, also for the gradient.</param>
public class CtcLoss(int blank = 0, Reduction reduction = Reduction.Mean, bool zeroInfinity = false)
    : CtcLoss<float>(blank, reduction, zeroInfinity);
