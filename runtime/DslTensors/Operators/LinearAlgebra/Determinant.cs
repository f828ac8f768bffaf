using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The determinants of matrices.</summary>
/// <param name="input">The matrices.</param>
/// <returns>The determinants.</returns>
[TensorOp("b n n -> b", Name = "det", IsInternal = true)]
public static partial class Determinant
{
    /// <summary>The determinant of a matrix in row-major order, which is used up.</summary>
    internal static double Of(double[] matrix, int size)
    {
        var pivots = new int[size];
        LuDecomposition.Factor(matrix, size, size, pivots);
        var product = 1.0;
        for (var k = 0; k < size; k++)
            product *= pivots[k] == k + 1 ? matrix[(k * size) + k] : -matrix[(k * size) + k];
        return product;
    }

    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (size, matrices) = (input.Sizes[1], input.Dense());
        MatrixBatch.Run(input.Sizes[0], (long)size * size * size, i => result.Span[i] = T.CreateTruncating(Of(MatrixBatch.Read(matrices, i, size * size), size)));
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => grad.Reshape(-1, 1, 1) * Cofactors.Apply(input, null);
}
