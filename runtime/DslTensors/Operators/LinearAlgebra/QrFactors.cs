using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The factors of tall or square matrices: orthonormal columns and an upper triangular matrix.</summary>
/// <param name="input">The matrices.</param>
/// <returns>The factors.</returns>
[TensorOp("b n m -> b n m, b m m", Name = "linalg_qr", IsInternal = true)]
public static partial class QrFactors
{
    /// <summary>The reduced factors of matrices of any shape.</summary>
    internal static (Tensor<T> Q, Tensor<T> R) Reduced<T>(Tensor<T> matrices)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (rows, columns) = (matrices.Shape[1], matrices.Shape[2]);
        if (rows >= columns)
            return Apply(matrices);
        var (q, r) = Apply(matrices.Narrow(2, 0, rows));
        return (q, Cat.Apply<T>([r, q.Transpose(1, 2).Bmm(matrices.Narrow(2, rows, columns - rows))], 2, null));
    }

    private static void Forward<T>(TensorView<T> input, TensorView<T> q, TensorView<T> r)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (rows, columns, matrices) = (input.Sizes[1], input.Sizes[2], input.Dense());
        MatrixBatch.Run(input.Sizes[0], (long)rows * columns * columns, i =>
        {
            var matrix = MatrixBatch.Read(matrices, i, rows * columns);
            var tau = new double[columns];
            HouseholderReflections.Factor(matrix, rows, columns, tau);
            MatrixBatch.Write(HouseholderReflections.Orthonormal(matrix, rows, columns, tau, columns), q, i);
            var upper = matrix.AsSpan(0, columns * columns);
            for (var row = 1; row < columns; row++)
                upper.Slice(row * columns, row).Clear();
            MatrixBatch.Write(upper, r, i);
        });
    }

    // (G_Q + Q M) R⁻ᵀ, where M is symmetric with the upper half of G_R Rᵀ - Qᵀ G_Q.
    private static Tensor<T> GradInput<T>(Tensor<T> gradQ, Tensor<T> gradR, Tensor<T> q, Tensor<T> r)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var inner = (gradR.Bmm(r.Transpose(1, 2)) - q.Transpose(1, 2).Bmm(gradQ)).Triu();
        var symmetric = inner.Triu(1) + inner.Transpose(1, 2);
        return TriangularSolution.Apply(r, (gradQ + q.Bmm(symmetric)).Transpose(1, 2), true, false, false, null).Transpose(1, 2);
    }
}
