using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The bits of one element of each pair moved up by the other's number of places, filled with zeros (PyTorch's <c>bitwise_left_shift</c>).</summary>
/// <param name="input">The bits.</param>
/// <param name="other">The numbers of places, 0 up to one less than the bits of an element; or a number.</param>
/// <returns>A tensor of the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", Symbol = "<<", TakesNumbers = true, ElementTypes = ElementTypes.Integers, NonDifferentiable = true)]
public static partial class BitwiseLeftShift
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> other, TensorView<T> result)
        where T : unmanaged, IBinaryInteger<T> => IntegerLoop.Run<Shift, T>(input, other, result);

    private readonly struct Shift : IIntegerFunction
    {
        public static T Apply<T>(T a, T b)
            where T : unmanaged, IBinaryInteger<T> => a << int.CreateTruncating(b);
    }
}
