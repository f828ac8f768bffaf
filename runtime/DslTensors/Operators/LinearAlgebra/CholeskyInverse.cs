using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The inverse of each symmetric positive-definite matrix of which the Cholesky factor is given (PyTorch's <c>cholesky_inverse</c>).</summary>
/// <param name="input">The factors, [..., n, n].</param>
/// <param name="upper">Whether they are upper triangular.</param>
/// <returns>The inverses, [..., n, n].</returns>
/// <exception cref="ShapeException">The factors are not square.</exception>
[TensorOp("s... n n -> s... n n")]
[ShapeError("input", ShapeFault.Rank, "cholesky_inverse: The input tensor A must have at least 2 dimensions.")]
[ShapeError("input", ShapeFault.Size, "cholesky_inverse: A must be batches of square matrices, but they are {input[^2]} by {input[^1]} matrices")]
public static partial class CholeskyInverse
{
    private static Tensor<T> Compose<T>(Tensor<T> input, bool upper = false)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.Eye<T>(input.Shape[-1]).Expand(input.Shape.ToArray()).CholeskySolve(input, upper);
}
