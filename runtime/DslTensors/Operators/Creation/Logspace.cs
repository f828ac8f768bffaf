using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Powers of a base whose exponents lie at equal distances (PyTorch's <c>logspace</c>).</summary>
/// <param name="start">The first exponent.</param>
/// <param name="end">The last exponent.</param>
/// <param name="steps">How many numbers.</param>
/// <param name="base">The base.</param>
/// <returns>The numbers, [steps].</returns>
/// <exception cref="ShapeException"><paramref name="steps"/> is negative.</exception>
[TensorOp("-> steps", NonDifferentiable = true)]
public static partial class Logspace
{
    private static Tensor<T> Compose<T>(Scalar start, Scalar end, int steps, double @base = 10)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (steps < 0)
            throw new ShapeException($"number of steps must be non-negative: logspace({start}, {end}, {steps}).");
        var (from, to) = (start.To<T>(), end.To<T>());
        var step = steps > 1 ? (to - from) / T.CreateTruncating(steps - 1) : T.Zero;
        var numbers = new T[steps];
        for (var i = 0; i < steps; i++)
        {
            var exponent = i < steps / 2 || steps == 1 ? from + (step * T.CreateTruncating(i)) : to - (step * T.CreateTruncating(steps - 1 - i));
            numbers[i] = T.CreateTruncating(Math.Pow(@base, double.CreateTruncating(exponent)));
        }

        return Tensor.From<T>(numbers);
    }
}
