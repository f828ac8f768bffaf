using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The quotient of each pair of elements rounded down (PyTorch's <c>floor_divide</c>, Python's <c>//</c>).</summary>
/// <param name="input">The dividend.</param>
/// <param name="other">The divisor, or a number.</param>
/// <returns>The quotients, in the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", TakesNumbers = true)]
public static partial class FloorDivide
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> other)
        where T : unmanaged, IFloatingPointIeee754<T> => input.Div(other, "floor");
}

/// <summary>The quotient of each pair of integers rounded down (PyTorch's <c>floor_divide</c>, Python's <c>//</c>).</summary>
/// <param name="input">The dividend.</param>
/// <param name="other">The divisor, or a number.</param>
/// <returns>The quotients, in the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
/// <exception cref="DivideByZeroException">A divisor is 0.</exception>
[TensorOp("..., ... -> ...", Method = "FloorDivide", TakesNumbers = true, ElementTypes = ElementTypes.Integers)]
public static partial class FloorDivideOfIntegers
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> other)
        where T : unmanaged, IBinaryInteger<T> => DivRoundedOfIntegers.Apply(input, other, "floor", null);
}
