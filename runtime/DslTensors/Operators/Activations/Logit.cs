using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The logarithm of the odds of each probability, which the logistic function undoes (PyTorch's <c>logit</c>).</summary>
/// <param name="input">Probabilities, 0 to 1.</param>
/// <param name="eps">Probabilities are first limited to <paramref name="eps"/> and 1 less it; by default they are not.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s... -> s...")]
public static partial class Logit
{
    private static Tensor<T> Compose<T>(Tensor<T> input, double? eps = null)
        where T : unmanaged, IFloatingPointIeee754<T> => Activations.LogOdds(eps is { } margin ? input.Clamp(margin, 1 - margin) : input, null);
}
