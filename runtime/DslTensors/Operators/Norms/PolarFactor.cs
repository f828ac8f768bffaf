using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The factors U Vᵀ of matrices U S Vᵀ: the nearest ones with orthonormal columns or rows. Singular values 0 are left out.</summary>
/// <param name="input">The matrices, [b, m, n].</param>
/// <returns>The factors.</returns>
[TensorOp("b m n -> b m n", IsInternal = true)]
public static partial class PolarFactor
{
    /// <summary>Sums the products of the singular vectors.</summary>
    internal static void Fill<T>(JacobiRotations rotations, Span<T> factor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var columns = rotations.Turned.Length;
        var sums = new double[factor.Length];
        for (var k = 0; k < columns; k++)
        {
            var value = rotations.Values[k];
            for (var i = 0; i < sums.Length && value > rotations.Noise; i++)
                sums[i] += rotations.Scaled[k][i / columns] / value * rotations.Turned[k][i % columns];
        }

        for (var i = 0; i < sums.Length; i++)
            factor[i] = T.CreateChecked(sums[i]);
    }

    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (rows, columns) = (input.Sizes[1], input.Sizes[2]);
        var matrices = input.Dense().Span;
        for (var i = 0; i < input.Sizes[0]; i++)
            Fill(JacobiRotations.Of<T>(matrices.Slice(i * rows * columns, rows * columns), rows, columns), result.Span.Slice(i * rows * columns, rows * columns));
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input, Tensor<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> => input.Shape[1] >= input.Shape[2]
        ? Derivative(grad, input, result)
        : Derivative(grad.Transpose(1, 2), input.Transpose(1, 2), result.Transpose(1, 2)).Transpose(1, 2);

    // The factor P is the gradient of a function, so its derivative is its own adjoint: with M = Pᵀ A, the change G of A turns P by the
    // solution of M X + X M = Pᵀ G - Gᵀ P, and moves it out of the space of its columns by (G - P Pᵀ G) / M.
    private static Tensor<T> Derivative<T>(Tensor<T> change, Tensor<T> matrix, Tensor<T> factor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var back = factor.Transpose(1, 2);
        var symmetric = back.Bmm(matrix);
        var inside = back.Bmm(change);
        var turned = factor.Bmm(SymmetricSolution.Apply(symmetric, inside - inside.Transpose(1, 2), null));
        var inverse = SymmetricSolution.Apply(symmetric, (Tensor.Eye<T>(matrix.Shape[2]) * 2).Expand(symmetric.Shape.ToArray()), null);
        return turned + (change - factor.Bmm(inside)).Bmm(inverse);
    }
}
