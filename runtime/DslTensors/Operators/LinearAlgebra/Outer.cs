using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The product of each element of one vector with each of another (PyTorch's <c>outer</c>).</summary>
/// <param name="input">The vector of the rows, [n].</param>
/// <param name="vec2">The vector of the columns, [m].</param>
/// <returns>The products, [n, m].</returns>
/// <exception cref="ShapeException">An input is no vector.</exception>
[TensorOp("n, m -> n m", Aliases = ["ger"])]
[ShapeError("input", ShapeFault.Rank, "outer: Expected 1-D argument self, but got {input.Rank}-D")]
[ShapeError("vec2", ShapeFault.Rank, "outer: Expected 1-D argument vec2, but got {vec2.Rank}-D")]
public static partial class Outer
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> vec2)
        where T : unmanaged, INumber<T> => input.Unsqueeze(1) * vec2;
}
