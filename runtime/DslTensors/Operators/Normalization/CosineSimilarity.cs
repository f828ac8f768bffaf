using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The cosine of the angle between vectors (PyTorch's <c>nn.functional.cosine_similarity</c>).</summary>
/// <param name="x1">The first vectors.</param>
/// <param name="x2">The second vectors.</param>
/// <param name="dim">The dimension of the vectors.</param>
/// <param name="eps">The least norm to divide by.</param>
/// <returns>The cosines.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> cosines...")]
public static partial class CosineSimilarity
{
    private static Tensor<T> Compose<T>(Tensor<T> x1, Tensor<T> x2, int dim = 1, double eps = 1e-8)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var size = ShapeFunctions.BroadcastSizes("cosine_similarity", x1.Shape.AsSpan(), x2.Shape.AsSpan());
        (x1, x2) = (x1.Expand(size), x2.Expand(size));
        return (x1 / x1.Norm(2, dim, keepDim: true).ClampMin(eps) * (x2 / x2.Norm(2, dim, keepDim: true).ClampMin(eps))).Sum(dim);
    }
}
