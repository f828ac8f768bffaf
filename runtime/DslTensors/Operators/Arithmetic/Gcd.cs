using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The greatest common divisor of each pair of integers, not negative; that of 0 and 0 is 0 (PyTorch's <c>gcd</c>).</summary>
/// <param name="input">The first tensor.</param>
/// <param name="other">The second tensor, or a number.</param>
/// <returns>The divisors, in the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", TakesNumbers = true, InPlace = true, ElementTypes = ElementTypes.Integers, NonDifferentiable = true)]
public static partial class Gcd
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> other, TensorView<T> result)
        where T : unmanaged, IBinaryInteger<T> => IntegerLoop.Run<Divisor, T>(input, other, result);

    internal readonly struct Divisor : IIntegerFunction
    {
        public static T Apply<T>(T a, T b)
            where T : unmanaged, IBinaryInteger<T>
        {
            while (b != T.Zero)
                (a, b) = (b, Element<T>.Remainder(a, b));
            return T.IsNegative(a) ? unchecked(T.Zero - a) : a;
        }
    }
}
