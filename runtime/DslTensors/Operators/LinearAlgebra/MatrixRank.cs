using System.Numerics;

namespace DslTensors.Operators;

/// <summary>How many singular values of each matrix are not 0 (PyTorch's <c>linalg.matrix_rank</c>).</summary>
/// <param name="a">The matrices, [..., n, m].</param>
/// <param name="atol">Singular values up to it count as 0; by default 0.</param>
/// <param name="rtol">Singular values up to it times the greatest count as 0; by default the element type's precision times the greater size, or 0 if <paramref name="atol"/> is given.</param>
/// <param name="hermitian">Whether the matrices are symmetric; only the lower half of each is read then.</param>
/// <returns>The ranks.</returns>
/// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
[TensorOp("s... n m -> s...", NonDifferentiable = true)]
[ShapeError("a", ShapeFault.Rank, "linalg.matrix_rank: The input tensor input must have at least 2 dimensions.")]
public static partial class MatrixRank
{
    private static Tensor<long> Compose<T>(Tensor<T> a, double? atol = null, double? rtol = null, bool hermitian = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var batch = Matrices.Batch(a);
        if (a.Count == 0)
            return Tensor.Zeros<long>(batch);
        var matrices = Matrices.Flat(a.Detach());
        if (hermitian)
            matrices = matrices.Tril() + matrices.Tril(-1).Transpose(1, 2);
        return matrices.Svdvals().Gt(Bounds(matrices, atol, rtol).Unsqueeze(1)).Sum(-1).Reshape(batch);
    }

    /// <summary>Up to which magnitude the singular values of each matrix count as 0.</summary>
    internal static Tensor<T> Bounds<T>(Tensor<T> matrices, double? atol, double? rtol)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (matrices.Count == 0)
            return Tensor.Zeros<T>(matrices.Shape[0]);
        var precision = double.CreateChecked(T.BitIncrement(T.One) - T.One) * Math.Max(matrices.Shape[1], matrices.Shape[2]);
        var relative = matrices.Detach().Svdvals().Amax(1) * (rtol ?? (atol > 0 ? 0 : precision));
        return relative.ClampMin(atol ?? 0);
    }
}
