using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The sums of the singular values of matrices (PyTorch's <c>linalg_matrix_norm</c> of order "nuc"), and their <see cref="PolarFactor"/>s, which are the gradients.</summary>
/// <param name="input">The matrices, [b, m, n].</param>
/// <returns>The sums and the factors.</returns>
[TensorOp("b m n -> b, b m n", Name = "linalg_matrix_norm", IsInternal = true)]
public static partial class NuclearNorm
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, TensorView<T> factor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (rows, columns) = (input.Sizes[1], input.Sizes[2]);
        var matrices = input.Dense().Span;
        for (var i = 0; i < input.Sizes[0]; i++)
        {
            var rotations = JacobiRotations.Of<T>(matrices.Slice(i * rows * columns, rows * columns), rows, columns);
            result.Span[i] = T.CreateChecked(rotations.Values.Sum());
            PolarFactor.Fill(rotations, factor.Span.Slice(i * rows * columns, rows * columns));
        }
    }

    // The factor as computed serves unless it has to be differentiated in its turn.
    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input, Tensor<T> factor)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        grad.Reshape(-1, 1, 1) * (Autograd.IsGradEnabled ? PolarFactor.Apply(input, null) : factor);
}
