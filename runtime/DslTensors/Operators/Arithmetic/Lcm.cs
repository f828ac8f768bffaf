using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The least common multiple of each pair of integers, not negative; 0 where one is (PyTorch's <c>lcm</c>).</summary>
/// <param name="input">The first tensor.</param>
/// <param name="other">The second tensor, or a number.</param>
/// <returns>The multiples, in the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", TakesNumbers = true, InPlace = true, ElementTypes = ElementTypes.Integers, NonDifferentiable = true)]
public static partial class Lcm
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> other, TensorView<T> result)
        where T : unmanaged, IBinaryInteger<T> => IntegerLoop.Run<Multiple, T>(input, other, result);

    private readonly struct Multiple : IIntegerFunction
    {
        public static T Apply<T>(T a, T b)
            where T : unmanaged, IBinaryInteger<T>
        {
            var divisor = Gcd.Divisor.Apply(a, b);
            if (divisor == T.Zero)
                return T.Zero;
            var multiple = unchecked(a / divisor * b);
            return T.IsNegative(multiple) ? unchecked(T.Zero - multiple) : multiple;
        }
    }
}
