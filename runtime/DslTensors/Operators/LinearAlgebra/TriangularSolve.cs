using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The solution X of A X = B for each triangular matrix A (PyTorch's <c>triangular_solve</c>).</summary>
/// <param name="b">The right sides B, [..., n, k].</param>
/// <param name="a">The matrices A, [..., n, n].</param>
/// <param name="upper">Whether A is upper triangular.</param>
/// <param name="transpose">Whether Aᵀ X = B is solved instead.</param>
/// <param name="unitriangular">Whether A's diagonal counts as ones.</param>
/// <returns>The solutions, and a copy of the matrices.</returns>
/// <exception cref="ShapeException">The matrices are not square, or the sides don't fit.</exception>
[TensorOp("r... n k, s... n n -> x... n k, y... n n")]
[ShapeError("b", ShapeFault.Rank, "triangular_solve: Expected b to have at least 2 dimensions, but it has {b.Rank} dimensions instead")]
[ShapeError("a", ShapeFault.Rank, "triangular_solve: Expected A to have at least 2 dimensions, but it has {a.Rank} dimensions instead")]
public static partial class TriangularSolve
{
    private static (Tensor<T> Solution, Tensor<T> ClonedCoefficient) Compose<T>(Tensor<T> b, Tensor<T> a, bool upper = true, bool transpose = false, bool unitriangular = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (matrices, sides, batch) = Matrices.Broadcast("triangular_solve", a, b);
        return (Matrices.Shaped(TriangularSolution.Apply(matrices, sides, upper, unitriangular, transpose, null), batch), Matrices.Shaped(matrices.Clone(), batch));
    }
}
