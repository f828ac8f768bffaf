using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The solution X of A X = B for each matrix A, and whether there is one, without an error if there is not (PyTorch's <c>linalg.solve_ex</c>).</summary>
/// <param name="a">The matrices A, [..., n, n].</param>
/// <param name="b">The right sides B, [..., n, k], or vectors: [n], or [..., n] for as many matrices.</param>
/// <param name="left">Whether A stands on the left; otherwise X A = B is solved.</param>
/// <returns>The solutions, and for each 0, or the place from 1 of a pivot that is 0.</returns>
/// <exception cref="ShapeException">The matrices are not square, or the sides don't fit.</exception>
[TensorOp("s... n n, r... -> x..., i...")]
[ShapeError("a", ShapeFault.Rank, "linalg.solve: The input tensor A must have at least 2 dimensions.")]
[ShapeError("a", ShapeFault.Size, "linalg.solve: A must be batches of square matrices, but they are {a[^2]} by {a[^1]} matrices")]
public static partial class SolveEx
{
    private static (Tensor<T> Result, Tensor<int> Info) Compose<T>(Tensor<T> a, Tensor<T> b, bool left = true)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var isVector = b.Rank == 1 || (b.Rank == a.Rank - 1 && b.Shape.AsSpan().SequenceEqual(a.Shape.AsSpan()[..^1]));
        if (!left && isVector)
            throw new ShapeException($"linalg.solve: Vector broadcasting of the left hand side is not supported for left=False. In this case linalg.solve is equivalent to B / A.squeeze(-1). The shapes are {a.Shape} and {b.Shape}.");
        if (b.Rank == 0)
            throw new ShapeException($"linalg.solve: The input tensor B must have at least 1 dimension. Its shape is {b.Shape}; reshape it to [1].");
        var right = isVector ? b.Unsqueeze(-1) : b;
        Matrices.CheckSides("linalg.solve", a, right, left);
        var (matrices, sides, batch) = Matrices.Broadcast("linalg.solve", a, right);
        var (solutions, info) = left
            ? MatrixSolution.Apply(matrices, sides)
            : MatrixSolution.Apply(matrices.Transpose(1, 2), sides.Transpose(1, 2));
        var shaped = Matrices.Shaped(left ? solutions : solutions.Transpose(1, 2), batch);
        return (isVector ? shaped.Squeeze(-1) : shaped, info.Reshape(batch));
    }
}
