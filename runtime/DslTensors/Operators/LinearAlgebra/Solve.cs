using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The solution X of A X = B for each matrix A (PyTorch's <c>linalg.solve</c>).</summary>
/// <param name="a">The matrices A, [..., n, n].</param>
/// <param name="b">The right sides B, [..., n, k], or vectors: [n], or [..., n] for as many matrices.</param>
/// <param name="left">Whether A stands on the left; otherwise X A = B is solved.</param>
/// <returns>The solutions, in the shape of the right sides, batches broadcast.</returns>
/// <exception cref="ShapeException">The matrices are not square, or the sides don't fit.</exception>
/// <exception cref="TensorException">A matrix is singular.</exception>
[TensorOp("s... n n, r... -> solution(s... n n, r, left)")]
[ShapeError("a", ShapeFault.Rank, "linalg.solve: The input tensor A must have at least 2 dimensions.")]
[ShapeError("a", ShapeFault.Size, "linalg.solve: A must be batches of square matrices, but they are {a[^2]} by {a[^1]} matrices")]
public static partial class Solve
{
    private static Tensor<T> Compose<T>(Tensor<T> a, Tensor<T> b, bool left = true)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (solutions, info) = SolveEx.Apply(a, b, left);
        var pivots = info.ToArray();
        for (var i = 0; i < pivots.Length; i++)
        {
            if (pivots[i] != 0)
                throw new TensorException($"linalg.solve: {(info.Rank == 0 ? "" : $"(Batch element {i}): ")}The solver failed because the input matrix is singular. Lstsq solves by least squares; the shape of A is {a.Shape}.");
        }

        return solutions;
    }
}
