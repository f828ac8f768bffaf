using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The lower triangular factor L of each symmetric positive-definite matrix L Lᵀ (PyTorch's <c>cholesky</c>).</summary>
/// <param name="input">The matrices, [..., n, n]; one half of each is read.</param>
/// <param name="upper">Whether the upper triangular factor Lᵀ is wanted, and the upper half read.</param>
/// <returns>The factors, [..., n, n].</returns>
/// <exception cref="ShapeException">The matrices are not square.</exception>
/// <exception cref="TensorException">A matrix is not positive-definite.</exception>
[TensorOp("s... n n -> s... n n", Aliases = ["linalg_cholesky"])]
[ShapeError("input", ShapeFault.Rank, "linalg.cholesky: The input tensor A must have at least 2 dimensions.")]
[ShapeError("input", ShapeFault.Size, "linalg.cholesky: A must be batches of square matrices, but they are {input[^2]} by {input[^1]} matrices")]
public static partial class Cholesky
{
    private static Tensor<T> Compose<T>(Tensor<T> input, bool upper = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (factors, info) = CholeskyEx.Apply(input, upper);
        CholeskyFactor.Check("linalg.cholesky", input, info);
        return factors;
    }
}
