using System.Numerics;

namespace DslTensors;

/// <summary>The Kullback-Leibler divergence of log probabilities from a target (PyTorch's <c>nn.KLDivLoss</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="reduction">"mean", "sum", "none" or "batchmean", which is the divergence by its definition.</param>
/// <param name="logTarget">Whether targets are logarithms.</param>
[Module]
public partial class KlDivLoss<T>(string reduction = "mean", bool logTarget = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>"mean", "sum", "none" or "batchmean".</summary>
    public string Reduction { get; } = reduction;

    /// <summary>Whether targets are logarithms.</summary>
    public bool LogTarget { get; } = logTarget;

    /// <summary>The loss.</summary>
    [Signature("s..., t... -> pairLoss(s, t, reduction)")]
    public Tensor<T> Forward(Tensor<T> input, Tensor<T> target) => Tensor.KlDiv(input, target, Reduction, LogTarget);
}

/// <summary>The Kullback-Leibler divergence of log probabilities from a target, for float tensors (PyTorch's <c>nn.KLDivLoss</c>).</summary>
/// <param name="reduction">"mean", "sum", "none" or "batchmean", which is the divergence by its definition.</param>
/// <param name="logTarget">Whether targets are logarithms.</param>
public class KlDivLoss(string reduction = "mean", bool logTarget = false) : KlDivLoss<float>(reduction, logTarget);
