using System.Numerics;

namespace DslTensors;

/// <summary>The negative log likelihood of counts under Poisson distributions (PyTorch's <c>nn.PoissonNLLLoss</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="logInput">Whether inputs are the logarithms of expected counts.</param>
/// <param name="full">Whether Stirling's approximation of the constant term is added.</param>
/// <param name="eps">Added before a logarithm is taken.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
[Module]
public partial class PoissonNllLoss<T>(bool logInput = true, bool full = false, double eps = 1e-8, Reduction reduction = Reduction.Mean)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Whether inputs are the logarithms of expected counts.</summary>
    public bool LogInput { get; } = logInput;

    /// <summary>Whether Stirling's approximation of the constant term is added.</summary>
    public bool Full { get; } = full;

    /// <summary>Added before a logarithm is taken.</summary>
    public double Eps { get; } = eps;

    /// <summary>What becomes of the losses of single elements.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    [return: Shape("pairLoss(s, t, reduction)")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input, [Shape("t...")] Tensor<T> target) =>
        Tensor.PoissonNllLoss(input, target, LogInput, Full, Eps, Reduction);
}

/// <summary>The negative log likelihood of counts under Poisson distributions, for float tensors (PyTorch's <c>nn.PoissonNLLLoss</c>).</summary>
/// <param name="logInput">Whether inputs are the logarithms of expected counts.</param>
/// <param name="full">Whether Stirling's approximation of the constant term is added.</param>
/// <param name="eps">Added before a logarithm is taken.</param>
/// <param name="reduction">What becomes of the losses of single elements.</param>
public class PoissonNllLoss(bool logInput = true, bool full = false, double eps = 1e-8, Reduction reduction = Reduction.Mean)
    : PoissonNllLoss<float>(logInput, full, eps, reduction);
