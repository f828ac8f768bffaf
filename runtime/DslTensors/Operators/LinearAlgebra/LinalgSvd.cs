using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each matrix as U S Vᵀ with orthonormal U and V and the singular values in S (PyTorch's <c>linalg.svd</c>).</summary>
/// <param name="a">The matrices, [..., n, m].</param>
/// <param name="fullMatrices">Whether U and V are square; otherwise they have only the vectors of the values.</param>
/// <returns>U, [..., n, k], the values, [..., k], the greatest first, and Vᵀ, [..., k, m], with k the lesser size; the signs of vectors are arbitrary.</returns>
/// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
[TensorOp("s... n m -> leftFactor(s... n m, fullMatrices), lesser(s... n m), rightFactor(s... n m, fullMatrices)")]
[ShapeError("a", ShapeFault.Rank, "linalg.svd: The input tensor A must have at least 2 dimensions.")]
public static partial class LinalgSvd
{
    private static (Tensor<T> U, Tensor<T> S, Tensor<T> Vh) Compose<T>(Tensor<T> a, bool fullMatrices = true)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (batch, rows, columns) = (Matrices.Batch(a), a.Shape[-2], a.Shape[-1]);
        var size = Math.Min(rows, columns);
        var (u, s, vh) = SvdFactors.Apply(Matrices.Flat(a), size, fullMatrices ? rows : size, fullMatrices ? columns : size);
        return (Matrices.Shaped(u, batch), Matrices.Shaped(s, batch), Matrices.Shaped(vh, batch));
    }
}

/// <summary>Each matrix as U S Vᵀ with orthonormal U and V and the singular values in S (PyTorch's <c>svd</c>).</summary>
/// <param name="input">The matrices, [..., n, m].</param>
/// <param name="some">Whether U and V have only the vectors of the values; otherwise they are square.</param>
/// <param name="computeUv">Whether U and V are wanted; they are zeros otherwise.</param>
/// <returns>U, [..., n, k], the values, [..., k], the greatest first, and V, [..., m, k]; the signs of vectors are arbitrary.</returns>
/// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
[TensorOp("s... n m -> u..., lesser(s... n m), v...")]
[ShapeError("input", ShapeFault.Rank, "linalg.svd: The input tensor A must have at least 2 dimensions.")]
public static partial class Svd
{
    private static (Tensor<T> U, Tensor<T> S, Tensor<T> V) Compose<T>(Tensor<T> input, bool some = true, bool computeUv = true)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (u, s, vh) = input.LinalgSvd(!some);
        var v = vh.Transpose(-2, -1);
        return computeUv ? (u, s, v) : (u.ZerosLike(), s, v.ZerosLike());
    }
}
