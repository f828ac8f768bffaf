using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The solutions X of A X = B, and for each the first pivot that is 0, from 1, or 0.</summary>
/// <param name="input">The matrices A.</param>
/// <param name="right">The right sides B.</param>
/// <returns>The solutions and the pivots.</returns>
[TensorOp("b n n, b n k -> b n k, b", Name = "linalg_solve_ex", IsInternal = true)]
public static partial class MatrixSolution
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> right, TensorView<T> result, TensorView<int> info)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (size, columns) = (input.Sizes[1], right.Sizes[2]);
        var (matrices, sides) = (input.Dense(), right.Dense());
        MatrixBatch.Run(input.Sizes[0], (long)size * size * (size + columns), i =>
        {
            var matrix = MatrixBatch.Read(matrices, i, size * size);
            var side = MatrixBatch.Read(sides, i, size * columns);
            var pivots = new int[size];
            info.Span[i] = LuDecomposition.Factor(matrix, size, size, pivots);
            LuDecomposition.Solve(matrix, pivots, size, side, columns);
            MatrixBatch.Write(side, result, i);
        });
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input, Tensor<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> => -Apply(input.Transpose(1, 2), grad).Result.Bmm(result.Transpose(1, 2));

    private static Tensor<T> GradRight<T>(Tensor<T> grad, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => Apply(input.Transpose(1, 2), grad).Result;
}
