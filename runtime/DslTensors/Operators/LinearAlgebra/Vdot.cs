using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The sum of the products of the elements of two vectors (PyTorch's <c>vdot</c>, which for real numbers is <c>dot</c>).</summary>
/// <param name="input">The first vector, [n].</param>
/// <param name="other">The second vector, [n].</param>
/// <returns>The scalar product.</returns>
/// <exception cref="ShapeException">An input is no vector, or the sizes differ.</exception>
[TensorOp("n, n -> ")]
[ShapeError("input", ShapeFault.Rank, "1D tensors expected, but got {input.Rank}D and {other.Rank}D tensors")]
[ShapeError("other", ShapeFault.Rank, "1D tensors expected, but got {input.Rank}D and {other.Rank}D tensors")]
[ShapeError("other", ShapeFault.Size, "inconsistent tensor size, expected tensor [{n}] and src [{other[0]}] to have the same number of elements, but got {n} and {other[0]} elements respectively")]
public static partial class Vdot
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> other)
        where T : unmanaged, INumber<T> => input.Dot(other);
}
