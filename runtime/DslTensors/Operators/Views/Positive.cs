using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The tensor itself, as the sign + leaves it (PyTorch's <c>positive</c>); the result is a view.</summary>
/// <param name="input">The tensor.</param>
/// <returns>A view of the same elements.</returns>
[TensorOp("s... -> s...")]
public static partial class Positive
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged, INumber<T> => input.View(input.Shape.ToArray());
}
