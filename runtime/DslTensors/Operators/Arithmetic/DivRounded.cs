using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The quotient of each pair of elements rounded to an integer (PyTorch's <c>div</c> with <c>rounding_mode</c>); its gradient is 0.</summary>
/// <param name="input">The dividend.</param>
/// <param name="other">The divisor, or a number.</param>
/// <param name="roundingMode">"trunc" rounds towards zero, "floor" down.</param>
/// <returns>The quotients, in the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
/// <exception cref="TensorException"><paramref name="roundingMode"/> is another word.</exception>
[TensorOp("..., ... -> ...", Method = "Div", TakesNumbers = true, Aliases = ["divide"])]
public static partial class DivRounded
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> other, string roundingMode)
        where T : unmanaged, IFloatingPointIeee754<T> => roundingMode switch
        {
            "trunc" => Arithmetic.QuotientTowardsZero(input, other, null),
            "floor" => Arithmetic.QuotientDown(input, other, null),
            _ => throw Unknown(roundingMode),
        };

    internal static TensorException Unknown(string roundingMode) => new(
        $"div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '{roundingMode}'. Leave it out for the exact quotient.");
}

/// <summary>The quotient of each pair of integers rounded to an integer (PyTorch's <c>div</c> with <c>rounding_mode</c>).</summary>
/// <param name="input">The dividend.</param>
/// <param name="other">The divisor, or a number.</param>
/// <param name="roundingMode">"trunc" rounds towards zero, "floor" down.</param>
/// <returns>The quotients, in the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
/// <exception cref="TensorException"><paramref name="roundingMode"/> is another word.</exception>
/// <exception cref="DivideByZeroException">A divisor is 0.</exception>
[TensorOp("..., ... -> ...", Method = "Div", TakesNumbers = true, ElementTypes = ElementTypes.Integers, NonDifferentiable = true, Aliases = ["divide"])]
public static partial class DivRoundedOfIntegers
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> other, TensorView<T> result, string roundingMode)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (roundingMode == "trunc")
            IntegerLoop.Run<TowardsZero, T>(input, other, result);
        else if (roundingMode == "floor")
            IntegerLoop.Run<Down, T>(input, other, result);
        else
            throw DivRounded.Unknown(roundingMode);
    }

    private readonly struct TowardsZero : IIntegerFunction
    {
        public static T Apply<T>(T a, T b)
            where T : unmanaged, IBinaryInteger<T> => Element<T>.Divide(a, b);
    }

    private readonly struct Down : IIntegerFunction
    {
        public static T Apply<T>(T a, T b)
            where T : unmanaged, IBinaryInteger<T>
        {
            var quotient = Element<T>.Divide(a, b);
            var rest = Element<T>.Remainder(a, b);
            return rest != T.Zero && T.IsNegative(rest) != T.IsNegative(b) ? quotient - T.One : quotient;
        }
    }
}
