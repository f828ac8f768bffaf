using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The distances between all pairs of vectors of two lists (PyTorch's <c>cdist</c>).</summary>
/// <param name="x1">The first vectors, [..., n, m].</param>
/// <param name="x2">The second vectors, [..., k, m].</param>
/// <param name="p">The order of the norm, 0 or more.</param>
/// <param name="computeMode">PyTorch's choice of how to compute Euclid's distance; the answer is the exact one.</param>
/// <returns>The distances, [..., n, k].</returns>
/// <exception cref="ShapeException">The vectors have different sizes, or batches don't broadcast.</exception>
/// <exception cref="TensorException">The order is negative.</exception>
[TensorOp("... n m, ... k m -> ... n k")]
[ShapeError("x1", ShapeFault.Rank, "cdist only supports at least 2D tensors, X1 got: {x1.Rank}D")]
[ShapeError("x2", ShapeFault.Rank, "cdist only supports at least 2D tensors, X2 got: {x2.Rank}D")]
[ShapeError("x2", ShapeFault.Size, "X1 and X2 must have the same number of columns. X1: {m} X2: {x2[^1]}")]
public static partial class Cdist
{
    private static Tensor<T> Compose<T>(Tensor<T> x1, Tensor<T> x2, double p = 2, string computeMode = "use_mm_for_euclid_dist_if_necessary")
        where T : unmanaged, IFloatingPointIeee754<T> => p >= 0
        ? (x1.Unsqueeze(-2) - x2.Unsqueeze(-3)).Norm(p, -1)
        : throw new TensorException($"cdist only supports non-negative p values. p is {p}.");
}
