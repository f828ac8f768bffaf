using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The eigenvalues of each symmetric matrix (PyTorch's <c>linalg.eigvalsh</c>).</summary>
/// <param name="a">The matrices, [..., n, n].</param>
/// <param name="uplo">Which half of each is read: <c>"L"</c>, the lower, or <c>"U"</c>.</param>
/// <returns>The eigenvalues, [..., n], the least first.</returns>
/// <exception cref="ShapeException">The matrices are not square.</exception>
/// <exception cref="TensorException"><paramref name="uplo"/> is another word, or elements are not finite.</exception>
[TensorOp("s... n n -> s... n")]
[ShapeError("a", ShapeFault.Rank, "linalg.eigh: The input tensor A must have at least 2 dimensions.")]
[ShapeError("a", ShapeFault.Size, "linalg.eigh: A must be batches of square matrices, but they are {a[^2]} by {a[^1]} matrices")]
public static partial class Eigvalsh
{
    private static Tensor<T> Compose<T>(Tensor<T> a, string uplo = "L")
        where T : unmanaged, IFloatingPointIeee754<T> => a.Eigh(uplo).Eigenvalues;
}
