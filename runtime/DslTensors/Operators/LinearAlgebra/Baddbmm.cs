using System.Numerics;

namespace DslTensors.Operators;

/// <summary>A tensor plus the product of each pair of matrices in two batches, each times a number (PyTorch's <c>baddbmm</c>).</summary>
/// <param name="input">What is added; it broadcasts to [b, n, p].</param>
/// <param name="batch1">The left matrices, [b, n, m].</param>
/// <param name="batch2">The right matrices, [b, m, p].</param>
/// <param name="beta">The factor of <paramref name="input"/>; 0 ignores it, NaN included.</param>
/// <param name="alpha">The factor of the products.</param>
/// <returns>The sums, [b, n, p].</returns>
/// <exception cref="ShapeException">The shapes don't fit.</exception>
[TensorOp("s..., b n m, b m p -> paired(s, b n p)")]
public static partial class Baddbmm
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> batch1, Tensor<T> batch2, double beta = 1, double alpha = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var product = alpha == 1 ? batch1.Bmm(batch2) : batch1.Bmm(batch2) * alpha;
        if (beta == 0)
        {
            // What is not added still has to fit.
            ShapeFunctions.BroadcastSizes("baddbmm", input.Shape.AsSpan(), product.Shape.AsSpan());
            return product;
        }

        return beta == 1 ? input + product : (input * beta) + product;
    }
}
