using System.Numerics;

namespace DslTensors.Operators;

/// <summary>A tensor plus the sum of the products of matrices, each times a number (PyTorch's <c>addbmm</c>).</summary>
/// <param name="input">What is added; it broadcasts to [n, p].</param>
/// <param name="batch1">The left matrices, [b, n, m].</param>
/// <param name="batch2">The right matrices, [b, m, p].</param>
/// <param name="beta">The factor of <paramref name="input"/>; 0 ignores it, NaN included.</param>
/// <param name="alpha">The factor of the product.</param>
/// <returns>The sum, [n, p].</returns>
/// <exception cref="ShapeException">The shapes don't fit.</exception>
[TensorOp("s..., b n m, b m p -> paired(s, n p)")]
public static partial class Addbmm
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> batch1, Tensor<T> batch2, double beta = 1, double alpha = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // The sum over the batch is one product of wide matrices.
        var (batch, rows, columns) = (batch1.Shape[0], batch1.Shape[1], batch2.Shape[2]);
        var product = batch1.Transpose(0, 1).Reshape(rows, batch * batch1.Shape[2]).Mm(batch2.Reshape(batch * batch2.Shape[1], columns));
        product = alpha == 1 ? product : product * alpha;
        if (beta == 0)
        {
            // What is not added still has to fit.
            ShapeFunctions.BroadcastSizes("addbmm", input.Shape.AsSpan(), product.Shape.AsSpan());
            return product;
        }

        return beta == 1 ? input + product : (input * beta) + product;
    }
}
