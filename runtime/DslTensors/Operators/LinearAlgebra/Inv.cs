using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The inverse of each matrix (PyTorch's <c>inv</c>).</summary>
/// <param name="a">The matrices, [..., n, n].</param>
/// <returns>The inverses, [..., n, n].</returns>
/// <exception cref="ShapeException">The matrices are not square.</exception>
/// <exception cref="TensorException">A matrix is singular.</exception>
[TensorOp("s... n n -> s... n n", Aliases = ["inverse"])]
[ShapeError("a", ShapeFault.Rank, "linalg.inv: The input tensor A must have at least 2 dimensions.")]
[ShapeError("a", ShapeFault.Size, "linalg.inv: A must be batches of square matrices, but they are {a[^2]} by {a[^1]} matrices")]
public static partial class Inv
{
    private static Tensor<T> Compose<T>(Tensor<T> a)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (inverses, info) = InverseMatrices.Apply(Matrices.Flat(a));
        var pivots = info.ToArray();
        for (var i = 0; i < pivots.Length; i++)
        {
            if (pivots[i] != 0)
                throw new TensorException($"linalg.inv: {Matrices.Element(a, i)}The diagonal element {pivots[i]} is zero, the inversion could not be completed because the input matrix is singular. Pinv gives the pseudo-inverse of any matrix; the shape is {a.Shape}.");
        }

        return Matrices.Shaped(inverses, Matrices.Batch(a));
    }
}
