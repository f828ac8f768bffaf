using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The inverse of each matrix, and whether there is one, without an error if there is not (PyTorch's <c>linalg.inv_ex</c>).</summary>
/// <param name="a">The matrices, [..., n, n].</param>
/// <returns>The inverses, [..., n, n], and for each 0, or the place from 1 of a pivot that is 0.</returns>
/// <exception cref="ShapeException">The matrices are not square.</exception>
[TensorOp("s... n n -> s... n n, s...")]
[ShapeError("a", ShapeFault.Rank, "linalg.inv: The input tensor A must have at least 2 dimensions.")]
[ShapeError("a", ShapeFault.Size, "linalg.inv: A must be batches of square matrices, but they are {a[^2]} by {a[^1]} matrices")]
public static partial class InvEx
{
    private static (Tensor<T> Inverse, Tensor<int> Info) Compose<T>(Tensor<T> a)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var batch = Matrices.Batch(a);
        var (inverses, info) = InverseMatrices.Apply(Matrices.Flat(a));
        return (Matrices.Shaped(inverses, batch), Matrices.Shaped(info, batch));
    }
}
