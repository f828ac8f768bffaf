using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The cofactors of matrices, which are the slopes of their determinants; singular matrices have them as well.</summary>
/// <param name="input">The matrices.</param>
/// <returns>The cofactors.</returns>
[TensorOp("b n n -> b n n", IsInternal = true)]
public static partial class Cofactors
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (size, matrices) = (input.Sizes[1], input.Dense());
        MatrixBatch.Run(input.Sizes[0], 20L * size * size * size, i => MatrixBatch.Write(Of(MatrixBatch.Read(matrices, i, size * size), size), result, i));
    }

    // With A = U S Vᵀ they are det(U) det(V) U C Vᵀ, where C has the products of all singular values but one.
    private static double[] Of(double[] matrix, int size)
    {
        var (u, values, vh) = SingularValues.Of(matrix, size, size, size, size);
        var sign = Math.Sign(Determinant.Of([.. u], size) * Determinant.Of([.. vh], size));
        for (var k = 0; k < size; k++)
        {
            var product = (double)sign;
            for (var other = 0; other < size; other++)
                product *= other == k ? 1 : values[other];
            for (var row = 0; row < size; row++)
                u[(row * size) + k] *= product;
        }

        return Rows.Product(u, vh, size, size, size);
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var across = InverseMatrices.Apply(input).Result.Transpose(1, 2);
        var determinant = Determinant.Apply(input, null).Reshape(-1, 1, 1);
        var share = (grad * across).Sum((int[])[1, 2], keepDim: true);
        return determinant * ((across * share) - across.Bmm(grad.Transpose(1, 2)).Bmm(across));
    }
}
