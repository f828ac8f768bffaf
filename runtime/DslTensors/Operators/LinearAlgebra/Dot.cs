using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The sum of the products of the elements of two vectors (PyTorch's <c>dot</c>).</summary>
/// <param name="input">The first vector, [n].</param>
/// <param name="tensor">The second vector, [n].</param>
/// <returns>The scalar product.</returns>
/// <exception cref="ShapeException">An input is no vector, or the sizes differ.</exception>
[TensorOp("n, n -> ")]
[ShapeError("input", ShapeFault.Rank, "1D tensors expected, but got {input.Rank}D and {tensor.Rank}D tensors")]
[ShapeError("tensor", ShapeFault.Rank, "1D tensors expected, but got {input.Rank}D and {tensor.Rank}D tensors")]
[ShapeError("tensor", ShapeFault.Size, "inconsistent tensor size, expected tensor [{n}] and src [{tensor[0]}] to have the same number of elements, but got {n} and {tensor[0]} elements respectively")]
public static partial class Dot
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> tensor)
        where T : unmanaged, INumber<T> => input.Unsqueeze(0).Mm(tensor.Unsqueeze(1)).Reshape();
}
