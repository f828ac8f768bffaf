using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The solution X of A X = B for each triangular matrix A (PyTorch's <c>linalg.solve_triangular</c>).</summary>
/// <param name="a">The matrices A, [..., n, n]; the half that <paramref name="upper"/> says is read.</param>
/// <param name="b">The right sides B, [..., n, k].</param>
/// <param name="upper">Whether A is upper triangular.</param>
/// <param name="left">Whether A stands on the left; otherwise X A = B is solved.</param>
/// <param name="unitriangular">Whether A's diagonal counts as ones.</param>
/// <returns>The solutions, batches broadcast.</returns>
/// <exception cref="ShapeException">The matrices are not square, or the sides don't fit.</exception>
[TensorOp("s... n n, r... k m -> x... k m")]
[ShapeError("a", ShapeFault.Rank, "linalg.solve_triangular: The input tensor A must have at least 2 dimensions.")]
[ShapeError("a", ShapeFault.Size, "linalg.solve_triangular: A must be batches of square matrices, but they are {a[^2]} by {a[^1]} matrices")]
[ShapeError("b", ShapeFault.Rank, "linalg.solve_triangular: The input tensor B must have at least 2 dimensions.")]
public static partial class SolveTriangular
{
    private static Tensor<T> Compose<T>(Tensor<T> a, Tensor<T> b, bool upper, bool left = true, bool unitriangular = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Matrices.CheckSides("linalg.solve_triangular", a, b, left);
        var (matrices, sides, batch) = Matrices.Broadcast("linalg.solve_triangular", a, b);
        return Matrices.Shaped(
            left ? TriangularSolution.Apply(matrices, sides, upper, unitriangular, false, null)
            : TriangularSolution.Apply(matrices, sides.Transpose(1, 2), upper, unitriangular, true, null).Transpose(1, 2),
            batch);
    }
}
