using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The eigenvalues and eigenvectors of symmetric matrices.</summary>
/// <param name="input">The matrices.</param>
/// <param name="upper">Which half of each is read.</param>
/// <returns>The eigenvalues, the least first, and the eigenvectors, a column each.</returns>
[TensorOp("b n n -> b n, b n n", Name = "linalg_eigh", IsInternal = true)]
public static partial class EigenFactors
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> values, TensorView<T> vectors, bool upper)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (size, matrices) = (input.Sizes[1], input.Dense());
        MatrixBatch.Run(input.Sizes[0], 10L * size * size * size, i =>
        {
            var matrix = MatrixBatch.Read(matrices, i, size * size);
            for (var row = 0; row < size; row++)
            {
                for (var column = 0; column < row; column++)
                {
                    ref var lower = ref matrix[(row * size) + column];
                    ref var above = ref matrix[(column * size) + row];
                    lower = above = upper ? above : lower;
                }
            }

            var eigenvalues = new double[size];
            if (!SymmetricEigen.Decompose(matrix, size, eigenvalues))
                throw new TensorException($"linalg.eigh: (Batch element {i}): The algorithm failed to converge because the input matrix is ill-conditioned or has too many repeated eigenvalues. Its elements may not be finite.");
            MatrixBatch.Write(eigenvalues, values, i);
            MatrixBatch.Write(matrix, vectors, i);
        });
    }

    // V (diag(G_values) + Vᵀ G_vectors / (differences of eigenvalues)) Vᵀ. Equal eigenvalues have no vectors of their own: what asks for them gets nothing.
    private static Tensor<T> GradInput<T>(Tensor<T> gradValues, Tensor<T> gradVectors, Tensor<T> values, Tensor<T> vectors)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var across = vectors.Transpose(1, 2);
        var differences = values.Unsqueeze(1) - values.Unsqueeze(2);
        var equal = differences.Eq(0);
        var inner = (across.Bmm(gradVectors) / differences.MaskedFill(equal, 1)).MaskedFill(equal, 0) + gradValues.DiagEmbed();
        return vectors.Bmm(inner).Bmm(across);
    }
}
