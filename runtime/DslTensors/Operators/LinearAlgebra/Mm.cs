using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The product of two matrices (PyTorch's <c>mm</c>).</summary>
/// <param name="input">The left matrix, [n, m].</param>
/// <param name="mat2">The right matrix, [m, p].</param>
/// <returns>The product, [n, p].</returns>
/// <exception cref="ShapeException">An input has not two dimensions, or the inner sizes differ.</exception>
[TensorOp("n m, m p -> n p")]
[ShapeError("input", ShapeFault.Rank, "self must be a matrix")]
[ShapeError("mat2", ShapeFault.Rank, "mat2 must be a matrix")]
[ShapeError("mat2", ShapeFault.Size, "mat1 and mat2 shapes cannot be multiplied ({n}x{m} and {mat2[0]}x{mat2[1]})")]
public static partial class Mm
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> mat2, TensorView<T> result)
        where T : unmanaged, INumber<T> =>
        MatrixProduct.Run(MatrixView<T>.Of(input, input.Offset), MatrixView<T>.Of(mat2, mat2.Offset), MatrixView<T>.Of(result, result.Offset));

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> mat2)
        where T : unmanaged, IFloatingPointIeee754<T> => grad.Mm(mat2.Transpose(0, 1));

    private static Tensor<T> GradMat2<T>(Tensor<T> grad, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => input.Transpose(0, 1).Mm(grad);
}
