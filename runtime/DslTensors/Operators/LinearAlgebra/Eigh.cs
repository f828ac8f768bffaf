using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The eigenvalues and eigenvectors of each symmetric matrix (PyTorch's <c>linalg.eigh</c>).</summary>
/// <param name="a">The matrices, [..., n, n].</param>
/// <param name="uplo">Which half of each is read: <c>"L"</c>, the lower, or <c>"U"</c>.</param>
/// <returns>The eigenvalues, [..., n], the least first, and the eigenvectors, [..., n, n], a column each of length 1; their signs are arbitrary.</returns>
/// <exception cref="ShapeException">The matrices are not square.</exception>
/// <exception cref="TensorException"><paramref name="uplo"/> is another word, or elements are not finite.</exception>
[TensorOp("s... n n -> s... n, s... n n")]
[ShapeError("a", ShapeFault.Rank, "linalg.eigh: The input tensor A must have at least 2 dimensions.")]
[ShapeError("a", ShapeFault.Size, "linalg.eigh: A must be batches of square matrices, but they are {a[^2]} by {a[^1]} matrices")]
public static partial class Eigh
{
    private static (Tensor<T> Eigenvalues, Tensor<T> Eigenvectors) Compose<T>(Tensor<T> a, string uplo = "L")
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (uplo is not ("L" or "U" or "l" or "u"))
            throw new TensorException($"Expected UPLO argument to be 'L' or 'U', but got {uplo}. It says which half of the matrices is read.");
        var batch = Matrices.Batch(a);
        var (values, vectors) = EigenFactors.Apply(Matrices.Flat(a), uplo is "U" or "u");
        return (Matrices.Shaped(values, batch), Matrices.Shaped(vectors, batch));
    }
}
