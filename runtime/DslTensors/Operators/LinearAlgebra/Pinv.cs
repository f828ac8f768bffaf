using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The pseudo-inverse (Moore and Penrose) of each matrix (PyTorch's <c>linalg.pinv</c>).</summary>
/// <param name="a">The matrices, [..., n, m].</param>
/// <param name="atol">Singular values up to it count as 0; by default 0.</param>
/// <param name="rtol">Singular values up to it times the greatest count as 0; by default the element type's precision times the greater size, or 0 if <paramref name="atol"/> is given.</param>
/// <param name="hermitian">Whether the matrices are symmetric; only the lower half of each is read then.</param>
/// <param name="rcond">Another name of <paramref name="rtol"/>.</param>
/// <returns>The pseudo-inverses, [..., m, n].</returns>
/// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
[TensorOp("s... n m -> s... m n")]
[ShapeError("a", ShapeFault.Rank, "linalg.pinv: expected a tensor with 2 or more dimensions")]
public static partial class Pinv
{
    private static Tensor<T> Compose<T>(Tensor<T> a, double? atol = null, double? rtol = null, bool hermitian = false, double? rcond = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var matrices = Matrices.Flat(hermitian ? a.Tril() + a.Tril(-1).Transpose(-2, -1) : a);
        return Matrices.Shaped(PseudoInverse.Apply(matrices, MatrixRank.Bounds(matrices, atol, rtol ?? rcond), null), Matrices.Batch(a));
    }
}

/// <summary>The pseudo-inverse (Moore and Penrose) of each matrix (PyTorch's <c>pinverse</c>).</summary>
/// <param name="input">The matrices, [..., n, m].</param>
/// <param name="rcond">Singular values up to it times the greatest count as 0.</param>
/// <returns>The pseudo-inverses, [..., m, n].</returns>
/// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
[TensorOp("s... n m -> s... m n")]
[ShapeError("input", ShapeFault.Rank, "linalg.pinv: expected a tensor with 2 or more dimensions")]
public static partial class Pinverse
{
    private static Tensor<T> Compose<T>(Tensor<T> input, double rcond = 1e-15)
        where T : unmanaged, IFloatingPointIeee754<T> => input.Pinv(rtol: rcond);
}
