using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The logarithms of the magnitudes of determinants, and their signs.</summary>
/// <param name="input">The matrices.</param>
/// <returns>The logarithms and the signs.</returns>
[TensorOp("b n n -> b, b", Name = "linalg_slogdet", IsInternal = true)]
public static partial class LogDeterminant
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> magnitude, TensorView<T> sign)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (size, matrices) = (input.Sizes[1], input.Dense());
        MatrixBatch.Run(input.Sizes[0], (long)size * size * size, i =>
        {
            var matrix = MatrixBatch.Read(matrices, i, size * size);
            var pivots = new int[size];
            LuDecomposition.Factor(matrix, size, size, pivots);
            var (sum, side) = (0.0, 1.0);
            for (var k = 0; k < size; k++)
            {
                var pivot = matrix[(k * size) + k];
                sum += Math.Log(Math.Abs(pivot));
                side *= (pivot == 0 ? 0 : Math.CopySign(1, pivot)) * (pivots[k] == k + 1 ? 1 : -1);
            }

            magnitude.Span[i] = T.CreateTruncating(side == 0 ? double.NegativeInfinity : sum);
            sign.Span[i] = T.CreateTruncating(side);
        });
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => grad.Reshape(-1, 1, 1) * InverseMatrices.Apply(input).Result.Transpose(1, 2);
}
