using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The exponential of each matrix (PyTorch's <c>matrix_exp</c>).</summary>
/// <param name="a">The matrices, [..., n, n].</param>
/// <returns>The exponentials, [..., n, n].</returns>
/// <exception cref="ShapeException">The matrices are not square.</exception>
[TensorOp("s... n n -> s... n n")]
[ShapeError("a", ShapeFault.Rank, "linalg.matrix_exp: The input tensor A must have at least 2 dimensions.")]
[ShapeError("a", ShapeFault.Size, "linalg.matrix_exp: A must be batches of square matrices, but they are {a[^2]} by {a[^1]} matrices")]
public static partial class MatrixExp
{
    private static Tensor<T> Compose<T>(Tensor<T> a)
        where T : unmanaged, IFloatingPointIeee754<T> => Matrices.Shaped(MatrixExponentials.Apply(Matrices.Flat(a), null), Matrices.Batch(a));
}
