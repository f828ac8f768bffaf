using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The solution X of A X = B for each matrix A of which the Cholesky factor is given (PyTorch's <c>cholesky_solve</c>).</summary>
/// <param name="input">The right sides B, [..., n, k].</param>
/// <param name="input2">The factors, [..., n, n].</param>
/// <param name="upper">Whether the factors are upper triangular.</param>
/// <returns>The solutions, [..., n, k].</returns>
/// <exception cref="ShapeException">The factors are not square, or the sides don't fit.</exception>
[TensorOp("s... n k, r... n n -> x... n k")]
[ShapeError("input", ShapeFault.Rank, "b should have at least 2 dimensions, but has {input.Rank} dimensions instead")]
[ShapeError("input2", ShapeFault.Rank, "u should have at least 2 dimensions, but has {input2.Rank} dimensions instead")]
public static partial class CholeskySolve
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> input2, bool upper = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (factors, sides, batch) = Matrices.Broadcast("cholesky_solve", input2, input);
        var half = TriangularSolution.Apply(factors, sides, upper, false, upper, null);
        return Matrices.Shaped(TriangularSolution.Apply(factors, half, upper, false, !upper, null), batch);
    }
}
