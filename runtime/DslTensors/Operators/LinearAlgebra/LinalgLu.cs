using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each matrix as the product of a permutation, a unit lower and an upper triangular matrix (PyTorch's <c>linalg.lu</c>).</summary>
/// <param name="a">The matrices, [..., n, m].</param>
/// <param name="pivot">Whether rows are exchanged; without it P is empty.</param>
/// <returns>P, [..., n, n], L, [..., n, k], and U, [..., k, m], with k the lesser size.</returns>
/// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
[TensorOp("s... n m -> p..., leftFactor(s... n m), rightFactor(s... n m)")]
[ShapeError("a", ShapeFault.Rank, "linalg.lu: The input tensor A must have at least 2 dimensions.")]
public static partial class LinalgLu
{
    private static (Tensor<T> P, Tensor<T> L, Tensor<T> U) Compose<T>(Tensor<T> a, bool pivot = true)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var batch = Matrices.Batch(a);
        var (packed, _, order, _) = LuFactors.Of(Matrices.Flat(a), pivot);
        var (lower, upper) = LuFactors.Unpacked(packed);
        var permutation = pivot ? Matrices.Shaped(LuFactors.Permutations<T>(order), batch) : Tensor.Zeros<T>(0);
        return (permutation, Matrices.Shaped(lower, batch), Matrices.Shaped(upper, batch));
    }
}
