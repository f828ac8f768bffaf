using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Pearson's correlations of variables, a row of observations each (PyTorch's <c>corrcoef</c>).</summary>
/// <param name="input">The observations, [variables, observations], or a vector of one variable's.</param>
/// <returns>The correlations, [variables, variables], from -1 to 1; a scalar for one variable.</returns>
/// <exception cref="ShapeException">There are more than two dimensions.</exception>
[TensorOp("s... -> correlations...")]
public static partial class Corrcoef
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (input.Rank > 2)
            throw new ShapeException($"corrcoef(): expected input to have two or fewer dimensions but got an input with {input.Rank} dimensions. Its shape is {input.Shape}.");
        var covariances = input.Cov();
        if (covariances.Rank == 0)
            return covariances / covariances;
        var deviations = covariances.Diagonal().Sqrt();
        return (covariances / deviations.Unsqueeze(1) / deviations.Unsqueeze(0)).Clamp(-1, 1);
    }
}
