using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The inverses of matrices, and for each the first pivot that is 0, from 1, or 0.</summary>
/// <param name="input">The matrices.</param>
/// <returns>The inverses and the pivots.</returns>
[TensorOp("b n n -> b n n, b", Name = "linalg_inv_ex", IsInternal = true)]
public static partial class InverseMatrices
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, TensorView<int> info)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (size, matrices) = (input.Sizes[1], input.Dense());
        MatrixBatch.Run(input.Sizes[0], (long)size * size * size, i =>
        {
            var matrix = MatrixBatch.Read(matrices, i, size * size);
            var pivots = new int[size];
            info.Span[i] = LuDecomposition.Factor(matrix, size, size, pivots);
            var inverse = new double[size * size];
            for (var j = 0; j < size; j++)
                inverse[(j * size) + j] = 1;
            LuDecomposition.Solve(matrix, pivots, size, inverse, size);
            MatrixBatch.Write(inverse, result, i);
        });
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var across = result.Transpose(1, 2);
        return -across.Bmm(grad).Bmm(across);
    }
}
