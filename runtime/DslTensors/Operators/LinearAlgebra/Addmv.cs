using System.Numerics;

namespace DslTensors.Operators;

/// <summary>A tensor plus the product of a matrix and a vector, each times a number (PyTorch's <c>addmv</c>).</summary>
/// <param name="input">What is added; it broadcasts to [n].</param>
/// <param name="mat">The matrix, [n, m].</param>
/// <param name="vec">The vector, [m].</param>
/// <param name="beta">The factor of <paramref name="input"/>; 0 ignores it, NaN included.</param>
/// <param name="alpha">The factor of the product.</param>
/// <returns>The sum, [n].</returns>
/// <exception cref="ShapeException">The shapes don't fit.</exception>
[TensorOp("s..., n m, m -> paired(s, n)")]
public static partial class Addmv
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> mat, Tensor<T> vec, double beta = 1, double alpha = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var product = alpha == 1 ? mat.Mv(vec) : mat.Mv(vec) * alpha;
        if (beta == 0)
        {
            // What is not added still has to fit.
            ShapeFunctions.BroadcastSizes("addmv", input.Shape.AsSpan(), product.Shape.AsSpan());
            return product;
        }

        return beta == 1 ? input + product : (input * beta) + product;
    }
}
