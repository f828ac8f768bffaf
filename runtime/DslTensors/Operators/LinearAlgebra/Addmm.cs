using System.Numerics;

namespace DslTensors.Operators;

/// <summary>A tensor plus the product of two matrices, each times a number (PyTorch's <c>addmm</c>).</summary>
/// <param name="input">What is added; it broadcasts to [n, p].</param>
/// <param name="mat1">The left matrix, [n, m].</param>
/// <param name="mat2">The right matrix, [m, p].</param>
/// <param name="beta">The factor of <paramref name="input"/>; 0 ignores it, NaN included.</param>
/// <param name="alpha">The factor of the product.</param>
/// <returns>The sum, [n, p].</returns>
/// <exception cref="ShapeException">The shapes don't fit.</exception>
[TensorOp("s..., n m, m p -> paired(s, n p)")]
[ShapeError("mat1", ShapeFault.Rank, "mat1 must be a matrix, got {mat1.Rank}-D tensor")]
[ShapeError("mat2", ShapeFault.Rank, "mat2 must be a matrix, got {mat2.Rank}-D tensor")]
[ShapeError("mat2", ShapeFault.Size, "mat1 and mat2 shapes cannot be multiplied ({n}x{m} and {mat2[0]}x{mat2[1]})")]
public static partial class Addmm
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> mat1, Tensor<T> mat2, double beta = 1, double alpha = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var product = alpha == 1 ? mat1.Mm(mat2) : mat1.Mm(mat2) * alpha;
        if (beta == 0)
        {
            // What is not added still has to fit.
            ShapeFunctions.BroadcastSizes("addmm", input.Shape.AsSpan(), product.Shape.AsSpan());
            return product;
        }

        return beta == 1 ? input + product : (input * beta) + product;
    }
}
