using System.Numerics;

namespace DslTensors;

/// <summary>The negative log likelihood of targets under normal distributions (PyTorch's <c>nn.GaussianNLLLoss</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="full">Whether the constant term is added.</param>
/// <param name="eps">The least variance.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
[Module]
public partial class GaussianNllLoss<T>(bool full = false, double eps = 1e-6, Reduction reduction = Reduction.Mean)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Whether the constant term is added.</summary>
    public bool Full { get; } = full;

    /// <summary>The least variance.</summary>
    public double Eps { get; } = eps;

    /// <summary>What becomes of the losses of single elements.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss of means and variances.</summary>
    [Signature("s..., t..., v... -> varianceLoss(s, t, v, reduction)")]
    public Tensor<T> Forward(Tensor<T> input, Tensor<T> target, Tensor<T> var) =>
        Tensor.GaussianNllLoss(input, target, var, Full, Eps, Reduction);
}

/// <summary>The negative log likelihood of targets under normal distributions, for float tensors (PyTorch's <c>nn.GaussianNLLLoss</c>).</summary>
/// <param name="full">Whether the constant term is added.</param>
/// <param name="eps">The least variance.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
public class GaussianNllLoss(bool full = false, double eps = 1e-6, Reduction reduction = Reduction.Mean)
    : GaussianNllLoss<float>(full, eps, reduction);
