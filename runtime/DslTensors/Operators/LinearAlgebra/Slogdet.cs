using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The sign of each matrix's determinant and the logarithm of its magnitude (PyTorch's <c>slogdet</c>).</summary>
/// <param name="a">The matrices, [..., n, n].</param>
/// <returns>The signs, 0 for singular matrices, and the logarithms.</returns>
/// <exception cref="ShapeException">The matrices are not square.</exception>
[TensorOp("s... n n -> s..., s...")]
[ShapeError("a", ShapeFault.Rank, "linalg.slogdet: The input tensor A must have at least 2 dimensions.")]
[ShapeError("a", ShapeFault.Size, "linalg.slogdet: A must be batches of square matrices, but they are {a[^2]} by {a[^1]} matrices")]
public static partial class Slogdet
{
    private static (Tensor<T> Sign, Tensor<T> Logabsdet) Compose<T>(Tensor<T> a)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (magnitude, sign) = LogDeterminant.Apply(Matrices.Flat(a));
        var batch = Matrices.Batch(a);
        return (sign.Detach().Reshape(batch), magnitude.Reshape(batch));
    }
}
