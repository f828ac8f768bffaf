using System.Numerics;

namespace DslTensors.Operators;

/// <summary>A tensor plus the products of each element of one vector with each of another, each times a number (PyTorch's <c>addr</c>).</summary>
/// <param name="input">What is added; it broadcasts to [n, m].</param>
/// <param name="vec1">The vector of the rows, [n].</param>
/// <param name="vec2">The vector of the columns, [m].</param>
/// <param name="beta">The factor of <paramref name="input"/>; 0 ignores it, NaN included.</param>
/// <param name="alpha">The factor of the product.</param>
/// <returns>The sum, [n, m].</returns>
/// <exception cref="ShapeException">The shapes don't fit.</exception>
[TensorOp("s..., n, m -> paired(s, n m)")]
public static partial class Addr
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> vec1, Tensor<T> vec2, double beta = 1, double alpha = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var product = alpha == 1 ? vec1.Outer(vec2) : vec1.Outer(vec2) * alpha;
        if (beta == 0)
        {
            // What is not added still has to fit.
            ShapeFunctions.BroadcastSizes("addr", input.Shape.AsSpan(), product.Shape.AsSpan());
            return product;
        }

        return beta == 1 ? input + product : (input * beta) + product;
    }
}
