using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The logarithm of the gamma function of several dimensions of each element (PyTorch's <c>mvlgamma</c>).</summary>
/// <param name="input">The tensor; elements are greater than half of <paramref name="p"/> less 1.</param>
/// <param name="p">The number of dimensions, 1 or more.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="TensorException">The number of dimensions is not positive.</exception>
[TensorOp("s... -> s...", InPlace = true, Aliases = ["multigammaln"])]
public static partial class Mvlgamma
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int p)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (p < 1)
            throw new TensorException($"p has to be greater than or equal to 1. mvlgamma: p is {p}.");
        var sum = input.Lgamma() + (p * (p - 1) / 4.0 * Math.Log(Math.PI));
        for (var j = 1; j < p; j++)
            sum += (input - (j / 2.0)).Lgamma();
        return sum;
    }
}
