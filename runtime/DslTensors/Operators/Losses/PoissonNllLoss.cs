using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The negative log likelihood of counts under Poisson distributions (PyTorch's <c>nn.functional.poisson_nll_loss</c>).</summary>
/// <param name="input">The expected counts, or their logarithms.</param>
/// <param name="target">The counts.</param>
/// <param name="logInput">Whether <paramref name="input"/> holds logarithms.</param>
/// <param name="full">Whether to add Stirling's approximation of the constant term.</param>
/// <param name="eps">Added to the expected counts before their logarithm.</param>
/// <param name="reduction">Mean, sum, or all losses.</param>
/// <returns>The loss.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("s..., t... -> pairLoss(s, t, reduction)")]
public static partial class PoissonNllLoss
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> target, bool logInput = true, bool full = false, double eps = 1e-8, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var losses = logInput ? input.Exp() - (target * input) : input - (target * (input + eps).Log());
        if (full)
            losses += ((target * target.Log()) - target + (0.5 * (target * (2 * Math.PI)).Log())).MaskedFill(target.Le(1), 0);
        return ReducedLoss.Of(losses, reduction);
    }
}
