using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The Kullback-Leibler divergence of a distribution from predicted logarithms of probabilities (PyTorch's <c>nn.functional.kl_div</c>).</summary>
/// <param name="input">Logarithms of the predicted probabilities.</param>
/// <param name="target">The probabilities, of the same shape.</param>
/// <param name="reduction">"mean" of all elements, "batchmean" of the examples, "sum" or "none".</param>
/// <param name="logTarget">Whether <paramref name="target"/> holds logarithms of the probabilities.</param>
/// <returns>The divergence.</returns>
/// <exception cref="TensorException"><paramref name="reduction"/> is another word.</exception>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("s..., t... -> pairLoss(s, t, reduction)")]
public static partial class KlDiv
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> target, string reduction = "mean", bool logTarget = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var losses = logTarget ? target.Exp() * (target - input) : ElementLosses.Divergence(input, target, null);
        return reduction switch
        {
            "none" => losses,
            "sum" => losses.Sum(),
            "mean" => losses.Mean(),
            "batchmean" => losses.Sum() / (input.Rank == 0 ? 1 : input.Shape[0]),
            _ => throw new TensorException($"{reduction} is not a valid value for reduction. kl_div: write \"mean\", \"batchmean\", \"sum\" or \"none\"."),
        };
    }
}
