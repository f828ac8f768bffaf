using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The unit lower and the upper factor of square matrices whose rows are in the right order, in one matrix.</summary>
/// <param name="input">The matrices.</param>
/// <returns>The factors, the unit diagonal left out.</returns>
[TensorOp("b n n -> b n n", Name = "linalg_lu_factor", IsInternal = true)]
public static partial class SquareLu
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (size, matrices) = (input.Sizes[1], input.Dense());
        MatrixBatch.Run(input.Sizes[0], (long)size * size * size, i =>
        {
            var matrix = MatrixBatch.Read(matrices, i, size * size);
            LuDecomposition.Factor(matrix, size, size, new int[size], isPivoted: false);
            MatrixBatch.Write(matrix, result, i);
        });
    }

    // L⁻ᵀ (the part below the diagonal of Lᵀ G_L, and the rest of G_U Uᵀ) U⁻ᵀ.
    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var lower = result.Tril(-1) + Tensor.Eye<T>(result.Shape[1]);
        var inner = lower.Transpose(1, 2).Bmm(grad.Tril(-1)).Tril(-1) + grad.Triu().Bmm(result.Triu().Transpose(1, 2)).Triu();
        var half = TriangularSolution.Apply(result, inner, false, true, true, null);
        return TriangularSolution.Apply(result, half.Transpose(1, 2), true, false, false, null).Transpose(1, 2);
    }
}
