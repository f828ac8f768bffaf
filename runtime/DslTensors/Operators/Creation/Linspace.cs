using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Numbers at equal distances from a start to an end, both included (PyTorch's <c>linspace</c>).</summary>
/// <param name="start">The first number.</param>
/// <param name="end">The last number.</param>
/// <param name="steps">How many numbers.</param>
/// <returns>The numbers, [steps].</returns>
/// <exception cref="ShapeException"><paramref name="steps"/> is negative.</exception>
[TensorOp("-> steps", NonDifferentiable = true)]
public static partial class Linspace
{
    private static Tensor<T> Compose<T>(Scalar start, Scalar end, int steps)
        where T : unmanaged, INumber<T>
    {
        if (steps < 0)
            throw new ShapeException($"number of steps must be non-negative: linspace({start}, {end}, {steps}).");
        var (from, to) = (start.ToDouble(), end.ToDouble());
        if (T.CreateTruncating(0.5) == T.Zero)
            (from, to) = (Math.Truncate(from), Math.Truncate(to));
        var step = steps > 1 ? (to - from) / (steps - 1) : 0;
        var numbers = new T[steps];
        for (var i = 0; i < steps; i++)
            numbers[i] = T.CreateTruncating(i < steps / 2 || steps == 1 ? from + (i * step) : to - ((steps - 1 - i) * step));
        return Tensor.From<T>(numbers);
    }
}
