using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The determinant of each matrix (PyTorch's <c>det</c>).</summary>
/// <param name="a">The matrices, [..., n, n].</param>
/// <returns>The determinants.</returns>
/// <exception cref="ShapeException">The matrices are not square.</exception>
[TensorOp("s... n n -> s...")]
[ShapeError("a", ShapeFault.Rank, "linalg.det: The input tensor A must have at least 2 dimensions.")]
[ShapeError("a", ShapeFault.Size, "linalg.det: A must be batches of square matrices, but they are {a[^2]} by {a[^1]} matrices")]
public static partial class Det
{
    private static Tensor<T> Compose<T>(Tensor<T> a)
        where T : unmanaged, IFloatingPointIeee754<T> => Determinant.Apply(Matrices.Flat(a), null).Reshape(Matrices.Batch(a));
}
