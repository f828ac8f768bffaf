using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each matrix as the product of a matrix with orthonormal columns and an upper triangular one (PyTorch's <c>linalg.qr</c>).</summary>
/// <param name="a">The matrices, [..., n, m].</param>
/// <param name="mode"><c>"reduced"</c>, <c>"complete"</c> for a square Q (without gradient unless it is the same), or <c>"r"</c> for R alone (without gradient).</param>
/// <returns>Q, [..., n, k], and R, [..., k, m], with k the lesser size; n in the complete form. Q is empty for <c>"r"</c>.</returns>
/// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
/// <exception cref="TensorException"><paramref name="mode"/> is another word.</exception>
[TensorOp("s... n m -> q..., r...")]
[ShapeError("a", ShapeFault.Rank, "linalg.qr: The input tensor A must have at least 2 dimensions.")]
public static partial class LinalgQr
{
    private static (Tensor<T> Q, Tensor<T> R) Compose<T>(Tensor<T> a, string mode = "reduced")
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (batch, matrices) = (Matrices.Batch(a), Matrices.Flat(a));
        var (rows, columns) = (a.Shape[-2], a.Shape[-1]);
        switch (mode)
        {
            case "reduced":
            case "complete" when rows <= columns:
                var (q, r) = QrFactors.Reduced(matrices);
                return (Matrices.Shaped(q, batch), Matrices.Shaped(r, batch));
            case "r":
                return (Tensor.Zeros<T>(0), Matrices.Shaped(QrFactors.Reduced(matrices.Detach()).R, batch));
            case "complete":
                var (packed, tau) = matrices.Detach().Geqrf();
                var square = Cat.Apply<T>([packed, packed.NewZeros(matrices.Shape[0], rows, rows - columns)], 2, null);
                return (Matrices.Shaped(square.HouseholderProduct(tau), batch), Matrices.Shaped(packed.Triu(), batch));
            default:
                throw new TensorException($"qr received unrecognized mode '{mode}' but expected one of 'reduced' (default), 'r', or 'complete'. The shape is {a.Shape}.");
        }
    }
}

/// <summary>Each matrix as the product of a matrix with orthonormal columns and an upper triangular one (PyTorch's <c>qr</c>).</summary>
/// <param name="input">The matrices, [..., n, m].</param>
/// <param name="some">Whether Q has only as many columns as are needed; otherwise it is square.</param>
/// <returns>Q, [..., n, k], and R, [..., k, m].</returns>
/// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
[TensorOp("s... n m -> q..., r...")]
[ShapeError("input", ShapeFault.Rank, "linalg.qr: The input tensor A must have at least 2 dimensions.")]
public static partial class Qr
{
    private static (Tensor<T> Q, Tensor<T> R) Compose<T>(Tensor<T> input, bool some = true)
        where T : unmanaged, IFloatingPointIeee754<T> => input.LinalgQr(some ? "reduced" : "complete");
}
