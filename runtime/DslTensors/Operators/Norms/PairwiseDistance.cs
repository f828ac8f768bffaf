using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The distances between pairs of vectors (PyTorch's <c>nn.functional.pairwise_distance</c>).</summary>
/// <param name="x1">The first vectors, along the last dimension.</param>
/// <param name="x2">The second vectors.</param>
/// <param name="p">The order of the norm.</param>
/// <param name="eps">Added to each difference, so that the gradient is finite at 0.</param>
/// <param name="keepDim">Whether the last dimension stays, with size 1.</param>
/// <returns>The distances.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> distances...")]
public static partial class PairwiseDistance
{
    private static Tensor<T> Compose<T>(Tensor<T> x1, Tensor<T> x2, double p = 2, double eps = 1e-6, bool keepDim = false)
        where T : unmanaged, IFloatingPointIeee754<T> => (x1 - x2 + eps).Norm(p, -1, keepDim);
}
