using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The solution X of A X = B for each matrix A that <c>LuFactor</c> has decomposed (PyTorch's <c>linalg.lu_solve</c>).</summary>
/// <param name="lu">Both factors in one matrix, [..., n, n].</param>
/// <param name="pivots">The exchanges of rows, [..., n].</param>
/// <param name="b">The right sides B, [..., n, k].</param>
/// <param name="left">Whether A stands on the left; otherwise X A = B is solved.</param>
/// <param name="adjoint">Whether Aᵀ stands for A.</param>
/// <returns>The solutions, batches broadcast.</returns>
/// <exception cref="ShapeException">The matrices are not square, or the sides don't fit.</exception>
[TensorOp("s... n n, t... n, r... k m -> x... k m")]
[ShapeError("lu", ShapeFault.Size, "linalg.lu_solve: A must be batches of square matrices, but they are {lu[^2]} by {lu[^1]} matrices")]
public static partial class LinalgLuSolve
{
    private static Tensor<T> Compose<T>(Tensor<T> lu, Tensor<int> pivots, Tensor<T> b, bool left = true, bool adjoint = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Matrices.CheckSides("linalg.lu_solve", lu, b, left);
        var (factors, sides, batch) = Matrices.Broadcast("linalg.lu_solve", lu, left ? b : b.Transpose(-2, -1));
        var size = lu.Shape[-1];
        var order = LuUnpack.Order(pivots, size).Expand([.. batch, size]).Reshape(factors.Shape[0], size, 1);
        var solutions = adjoint == left ? Transposed(factors, order, sides) : Plain(factors, order, sides);
        return Matrices.Shaped(left ? solutions : solutions.Transpose(1, 2), batch);
    }

    private static Tensor<T> Plain<T>(Tensor<T> factors, Tensor<long> order, Tensor<T> sides)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var half = TriangularSolution.Apply(factors, sides.Gather(1, order.Expand(sides.Shape.ToArray())), false, true, false, null);
        return TriangularSolution.Apply(factors, half, true, false, false, null);
    }

    private static Tensor<T> Transposed<T>(Tensor<T> factors, Tensor<long> order, Tensor<T> sides)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var half = TriangularSolution.Apply(factors, sides, true, false, true, null);
        var solved = TriangularSolution.Apply(factors, half, false, true, true, null);
        return solved.Gather(1, order.Argsort(1).Expand(sides.Shape.ToArray()));
    }
}

/// <summary>The solution X of A X = B for each matrix A that <c>LuFactor</c> has decomposed (PyTorch's <c>lu_solve</c>).</summary>
/// <param name="input">The right sides B, [..., n, k].</param>
/// <param name="luData">Both factors in one matrix, [..., n, n].</param>
/// <param name="luPivots">The exchanges of rows, [..., n].</param>
/// <returns>The solutions, batches broadcast.</returns>
/// <exception cref="ShapeException">The matrices are not square, or the sides don't fit.</exception>
[TensorOp("r... n m, s... n n, t... n -> x... n m")]
public static partial class LuSolve
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> luData, Tensor<int> luPivots)
        where T : unmanaged, IFloatingPointIeee754<T> => luData.LinalgLuSolve(luPivots, input);
}
