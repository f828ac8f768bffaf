using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The singular values of each matrix (PyTorch's <c>linalg.svdvals</c>).</summary>
/// <param name="a">The matrices, [..., n, m].</param>
/// <returns>The values, [..., k], the greatest first, with k the lesser size.</returns>
/// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
[TensorOp("s... n m -> lesser(s... n m)")]
[ShapeError("a", ShapeFault.Rank, "linalg.svd: The input tensor A must have at least 2 dimensions.")]
public static partial class Svdvals
{
    private static Tensor<T> Compose<T>(Tensor<T> a)
        where T : unmanaged, IFloatingPointIeee754<T> => a.LinalgSvd(false).S;
}
