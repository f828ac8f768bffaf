using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The solutions X of M X + X M = C for symmetric matrices M without negative eigenvalues. Where two eigenvalues are 0, so is the solution.</summary>
/// <param name="input">The matrices M, [b, n, n].</param>
/// <param name="sum">The matrices C, [b, n, n].</param>
/// <returns>The solutions.</returns>
[TensorOp("b n n, b n n -> b n n", IsInternal = true)]
public static partial class SymmetricSolution
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> sum, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var size = input.Sizes[1];
        var matrices = input.Dense().Span;
        var sums = sum.Dense().Span;
        for (var i = 0; i < input.Sizes[0]; i++)
        {
            // The singular vectors of such a matrix are its eigenvectors.
            var rotations = JacobiRotations.Of<T>(matrices.Slice(i * size * size, size * size), size, size);
            var given = new double[size * size];
            for (var j = 0; j < given.Length; j++)
                given[j] = double.CreateChecked(sums[(i * size * size) + j]);
            var solution = Turned(Divided(Turned(given, rotations.Turned, isBack: true), rotations), rotations.Turned, isBack: false);
            for (var j = 0; j < given.Length; j++)
                result.Span[(i * size * size) + j] = T.CreateChecked(solution[j]);
        }
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input, Tensor<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var solved = Apply(input, grad, null);
        var across = result.Transpose(1, 2);
        return -(solved.Bmm(across) + across.Bmm(solved));
    }

    private static Tensor<T> GradSum<T>(Tensor<T> grad, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => Apply(input, grad, null);

    private static double[] Divided(double[] matrix, JacobiRotations rotations)
    {
        var size = rotations.Values.Length;
        for (var i = 0; i < matrix.Length; i++)
        {
            var divisor = rotations.Values[i / size] + rotations.Values[i % size];
            matrix[i] = divisor > rotations.Noise ? matrix[i] / divisor : 0;
        }

        return matrix;
    }

    /// <summary>Vᵀ C V, or back: V C Vᵀ, for the columns of V.</summary>
    private static double[] Turned(double[] matrix, double[][] vectors, bool isBack)
    {
        var size = vectors.Length;
        double Entry(int i, int j) => isBack ? vectors[i][j] : vectors[j][i];
        var (half, turned) = (new double[matrix.Length], new double[matrix.Length]);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                for (var k = 0; k < size; k++)
                    half[(i * size) + j] += Entry(i, k) * matrix[(k * size) + j];
            }
        }

        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                for (var k = 0; k < size; k++)
                    turned[(i * size) + j] += half[(i * size) + k] * Entry(j, k);
            }
        }

        return turned;
    }
}
