using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>A derivative of the digamma function at each element (PyTorch's <c>polygamma</c>).</summary>
/// <param name="n">The order, 0 or more; 0 is the digamma function itself.</param>
/// <param name="input">The tensor.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="TensorException">The order is negative.</exception>
[TensorOp("s... -> s...", Aliases = ["special_polygamma"])]
public static partial class Polygamma
{
    private static void Forward<T>(int n, TensorView<T> input, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (n < 0)
            throw new TensorException($"polygamma(n, x) does not support negative n. n is {n}.");
        var elements = input.Dense().Span;
        for (var i = 0; i < elements.Length; i++)
            result.Span[i] = T.CreateTruncating(GammaFunctions.Polygamma(n, double.CreateTruncating(elements[i])));
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input, int n)
        where T : unmanaged, IFloatingPointIeee754<T> => grad * Apply(n + 1, input, null);
}
