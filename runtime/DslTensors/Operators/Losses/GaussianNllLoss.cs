using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The negative log likelihood of targets under normal distributions (PyTorch's <c>nn.functional.gaussian_nll_loss</c>).</summary>
/// <param name="input">The means.</param>
/// <param name="target">What was seen.</param>
/// <param name="var">The variances, of the same shape, or with the last size 1 or left out.</param>
/// <param name="full">Whether to add the constant term.</param>
/// <param name="eps">The least variance.</param>
/// <param name="reduction">Mean, sum, or all losses.</param>
/// <returns>The loss.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
/// <exception cref="TensorException">A variance is negative.</exception>
[TensorOp("s..., t..., v... -> varianceLoss(s, t, v, reduction)")]
public static partial class GaussianNllLoss
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> target, Tensor<T> var, bool full = false, double eps = 1e-6, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!var.Shape.AsSpan().SequenceEqual(input.Shape.AsSpan()))
        {
            if (var.Shape.AsSpan().SequenceEqual(input.Shape.AsSpan()[..^1]))
                var = var.Unsqueeze(-1);
            else if (var.Rank != input.Rank || var.Shape[-1] != 1 || !var.Shape.AsSpan()[..^1].SequenceEqual(input.Shape.AsSpan()[..^1]))
                throw new ShapeException($"var is of incorrect size. gaussian_nll_loss: its shape is {var.Shape}, and that of 'input' {input.Shape}.");
        }

        if (var.Lt(0).Any().Item())
            throw new TensorException("var has negative entry/entries. gaussian_nll_loss: a variance is 0 or more.");

        // The limit moves the value, not the gradient.
        var bounded = var + (var.Detach().ClampMin(eps) - var.Detach());
        var losses = 0.5 * (bounded.Log() + ((input - target).Square() / bounded));
        return ReducedLoss.Of(full ? losses + (0.5 * Math.Log(2 * Math.PI)) : losses, reduction);
    }
}
