using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The solutions of systems whose matrix is triangular; its other half is not read.</summary>
/// <param name="input">The matrices.</param>
/// <param name="right">The right sides.</param>
/// <param name="upper">Which half of each matrix is read.</param>
/// <param name="isUnit">Whether the diagonals count as ones.</param>
/// <param name="isTransposed">Whether each matrix stands for its transpose.</param>
/// <returns>The solutions.</returns>
[TensorOp("b n n, b n k -> b n k", Name = "linalg_solve_triangular", IsInternal = true)]
public static partial class TriangularSolution
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> right, TensorView<T> result, bool upper, bool isUnit, bool isTransposed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (size, columns) = (input.Sizes[1], right.Sizes[2]);
        var (matrices, sides) = (input.Dense(), right.Dense());
        MatrixBatch.Run(input.Sizes[0], (long)size * size * columns, i =>
        {
            var matrix = MatrixBatch.Read(matrices, i, size * size);
            var side = MatrixBatch.Read(sides, i, size * columns);
            TriangularSystem.Solve(isTransposed ? Rows.Transposed(matrix, size, size) : matrix, size, side, columns, upper != isTransposed, isUnit);
            MatrixBatch.Write(side, result, i);
        });
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input, Tensor<T> result, bool upper, bool isUnit, bool isTransposed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var side = Apply(input, grad, upper, isUnit, !isTransposed, null);
        var whole = isTransposed ? -result.Bmm(side.Transpose(1, 2)) : -side.Bmm(result.Transpose(1, 2));
        return upper ? whole.Triu(isUnit ? 1 : 0) : whole.Tril(isUnit ? -1 : 0);
    }

    private static Tensor<T> GradRight<T>(Tensor<T> grad, Tensor<T> input, bool upper, bool isUnit, bool isTransposed)
        where T : unmanaged, IFloatingPointIeee754<T> => Apply(input, grad, upper, isUnit, !isTransposed, null);
}
