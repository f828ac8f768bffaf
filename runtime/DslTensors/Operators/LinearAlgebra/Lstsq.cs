using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The least X, by its norm, among those that make A X - B least, for each matrix A (PyTorch's <c>linalg.lstsq</c>).</summary>
/// <param name="a">The matrices A, [..., n, m].</param>
/// <param name="b">The right sides B, [..., n, k], or vectors, [..., n].</param>
/// <param name="rcond">Singular values up to it times the greatest count as 0; by default the element type's precision times the greater size.</param>
/// <param name="driver">LAPACK's name of the method: <c>"gels"</c>, <c>"gelsy"</c>, <c>"gelsd"</c> or <c>"gelss"</c>. It says which of the further results are given; the solutions are the same.</param>
/// <returns>The solutions, [..., m, k], the sums of squares that remain (for more rows than columns, and full rank), the ranks (not for "gels"), and the singular values ("gelsd" and "gelss"); empty tensors for the others.</returns>
/// <exception cref="ShapeException">There are fewer than two dimensions, or the sides don't fit.</exception>
/// <exception cref="TensorException"><paramref name="driver"/> is another word.</exception>
[TensorOp("s... n m, r... -> x..., e..., i..., v...")]
[ShapeError("a", ShapeFault.Rank, "linalg.lstsq: input must have at least 2 dimensions.")]
public static partial class Lstsq
{
    private static (Tensor<T> Solution, Tensor<T> Residuals, Tensor<long> Rank, Tensor<T> SingularValues) Compose<T>(
        Tensor<T> a, Tensor<T> b, double? rcond = null, string driver = "gelsy")
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (driver is not ("gels" or "gelsy" or "gelsd" or "gelss"))
            throw new TensorException($"linalg.lstsq: parameter `driver` should be one of (gels, gelsy, gelsd, gelss). It is '{driver}'.");
        if (b.Rank < 1 || (b.Rank != a.Rank && b.Rank != a.Rank - 1))
            throw new ShapeException($"linalg.lstsq: input.dim() must be greater or equal to other.dim() and (input.dim() - other.dim()) <= 1. The shapes are {a.Shape} and {b.Shape}.");
        var isVector = b.Rank == a.Rank - 1;
        var right = isVector ? b.Unsqueeze(-1) : b;
        if (right.Shape[-2] != a.Shape[-2])
            throw new ShapeException($"linalg.lstsq: input.size({(isVector ? -1 : -2)}) should match other.size({(isVector ? -1 : -2)}). The shapes are {a.Shape} and {b.Shape}.");
        var solution = a.Pinv(rtol: rcond).Matmul(right);
        var batch = Matrices.Batch(a);
        var ranks = a.MatrixRank(rtol: rcond);
        var (rows, columns) = (a.Shape[-2], a.Shape[-1]);
        var hasResiduals = rows > columns && driver != "gelsy" && ranks.ToArray().All(rank => rank == columns);
        var residuals = hasResiduals ? (a.Matmul(solution) - right).Square().Sum(-2) : Tensor.Zeros<T>(0);
        return (
            isVector ? solution.Squeeze(-1) : solution,
            residuals,
            driver == "gels" ? Tensor.Zeros<long>(0) : ranks,
            driver is "gelsd" or "gelss" ? a.Detach().Svdvals() : Tensor.Zeros<T>(0));
    }
}
