using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each matrix to the power of an integer (PyTorch's <c>matrix_power</c>).</summary>
/// <param name="a">The matrices, [..., n, n].</param>
/// <param name="n">The power; negative ones are those of the inverse.</param>
/// <returns>The powers, [..., n, n].</returns>
/// <exception cref="ShapeException">The matrices are not square.</exception>
/// <exception cref="TensorException">The power is negative, and a matrix is singular.</exception>
[TensorOp("s... m m -> s... m m", Name = "matrix_power")]
[ShapeError("a", ShapeFault.Rank, "linalg.matrix_power: The input tensor A must have at least 2 dimensions.")]
[ShapeError("a", ShapeFault.Size, "linalg.matrix_power: A must be batches of square matrices, but they are {a[^2]} by {a[^1]} matrices")]
public static partial class MatrixPower
{
    private static Tensor<T> Compose<T>(Tensor<T> a, int n)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (n == 0)
            return Tensor.Eye<T>(a.Shape[-1]).Expand(a.Shape.ToArray()).Clone();
        var (square, rest) = (n < 0 ? a.Inv() : a, Math.Abs((long)n));
        Tensor<T>? product = null;
        for (; ; square = square.Matmul(square))
        {
            if ((rest & 1) != 0)
                product = product is null ? square : product.Matmul(square);
            rest >>= 1;
            if (rest == 0)
                return product!;
        }
    }
}
