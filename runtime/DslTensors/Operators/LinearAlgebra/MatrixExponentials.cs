using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The exponentials of matrices.</summary>
/// <param name="input">The matrices.</param>
/// <returns>The exponentials.</returns>
[TensorOp("b n n -> b n n", Name = "linalg_matrix_exp", IsInternal = true)]
public static partial class MatrixExponentials
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (size, matrices) = (input.Sizes[1], input.Dense());
        MatrixBatch.Run(input.Sizes[0], 20L * size * size * size, i => MatrixBatch.Write(MatrixExponential.Of(MatrixBatch.Read(matrices, i, size * size), size), result, i));
    }

    // The upper right block of the exponential of [[Aᵀ, G], [0, Aᵀ]] is the derivative at Aᵀ in the direction G (Mathias, 1996).
    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var across = input.Transpose(1, 2);
        var blocks = Cat.Apply<T>([Cat.Apply<T>([across, grad], 2, null), Cat.Apply<T>([grad.ZerosLike(), across], 2, null)], 1, null);
        var size = input.Shape[1];
        return Apply(blocks, null).Narrow(1, 0, size).Narrow(2, size, size);
    }
}
