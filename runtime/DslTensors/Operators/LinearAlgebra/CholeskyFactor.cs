using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The lower Cholesky factors of symmetric matrices, and the order of the first leading minor that is not positive, or 0.</summary>
/// <param name="input">The matrices, of which the lower half is read.</param>
/// <returns>The factors and the orders.</returns>
[TensorOp("b n n -> b n n, b", Name = "linalg_cholesky_ex", IsInternal = true)]
public static partial class CholeskyFactor
{
    /// <summary>Refuses matrices that are not positive-definite.</summary>
    internal static void Check<T>(string operation, Tensor<T> input, Tensor<int> info)
        where T : unmanaged
    {
        var orders = info.ToArray();
        for (var i = 0; i < orders.Length; i++)
        {
            if (orders[i] != 0)
                throw new TensorException($"{operation}: {Matrices.Element(input, i)}The factorization could not be completed because the input is not positive-definite (the leading minor of order {orders[i]} is not positive-definite). CholeskyEx gives the order without an error; the shape is {input.Shape}.");
        }
    }

    private static void Forward<T>(TensorView<T> input, TensorView<T> result, TensorView<int> info)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (size, matrices) = (input.Sizes[1], input.Dense());
        MatrixBatch.Run(input.Sizes[0], (long)size * size * size, i =>
        {
            var matrix = MatrixBatch.Read(matrices, i, size * size);
            info.Span[i] = CholeskyDecomposition.Factor(matrix, size);
            MatrixBatch.Write(matrix, result, i);
        });
    }

    // Half of L⁻ᵀ Φ L⁻¹, where Φ is the symmetric matrix with the lower half of Lᵀ G.
    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var inner = result.Transpose(1, 2).Bmm(grad);
        var symmetric = inner.Tril() + inner.Tril(-1).Transpose(1, 2);
        var half = TriangularSolution.Apply(result, symmetric, false, false, true, null);
        return TriangularSolution.Apply(result, half.Transpose(1, 2), false, false, true, null) * 0.5;
    }
}
