using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The Cholesky factor of each matrix, and whether it is positive-definite, without an error if it is not (PyTorch's <c>linalg.cholesky_ex</c>).</summary>
/// <param name="input">The matrices, [..., n, n]; one half of each is read.</param>
/// <param name="upper">Whether the upper triangular factor is wanted, and the upper half read.</param>
/// <returns>The factors, and for each 0, or the order of the first leading minor that is not positive-definite.</returns>
/// <exception cref="ShapeException">The matrices are not square.</exception>
[TensorOp("s... n n -> s... n n, s...")]
[ShapeError("input", ShapeFault.Rank, "linalg.cholesky: The input tensor A must have at least 2 dimensions.")]
[ShapeError("input", ShapeFault.Size, "linalg.cholesky: A must be batches of square matrices, but they are {input[^2]} by {input[^1]} matrices")]
public static partial class CholeskyEx
{
    private static (Tensor<T> L, Tensor<int> Info) Compose<T>(Tensor<T> input, bool upper = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var batch = Matrices.Batch(input);
        var (factors, info) = CholeskyFactor.Apply(Matrices.Flat(upper ? input.Transpose(-2, -1) : input));
        var shaped = Matrices.Shaped(factors, batch);
        return (upper ? shaped.Transpose(-2, -1) : shaped, Matrices.Shaped(info, batch));
    }
}
