using System.Numerics;

namespace DslTensors.Operators;

/// <summary>How much each matrix may amplify relative errors (PyTorch's <c>linalg.cond</c>): a norm of the matrix times that of its inverse.</summary>
/// <param name="a">The matrices, [..., n, m]; square ones unless <paramref name="p"/> is 2 or -2.</param>
/// <param name="p">The order of the norm; by default 2, the ratio of the greatest to the least singular value.</param>
/// <returns>The condition numbers.</returns>
/// <exception cref="ShapeException">The matrices are not square, or there are fewer than two dimensions.</exception>
[TensorOp("s... n m -> s...")]
[ShapeError("a", ShapeFault.Rank, "linalg.cond: The input tensor must have at least 2 dimensions.")]
public static partial class Cond
{
    private static Tensor<T> Compose<T>(Tensor<T> a, double p = 2)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Math.Abs(p) == 2)
        {
            var values = a.Svdvals();
            var (greatest, least) = (values.Narrow(-1, 0, 1), values.Narrow(-1, values.Shape[-1] - 1, 1));
            return (p > 0 ? greatest / least : least / greatest).Squeeze(-1);
        }

        CheckSquare(a, $"{p}");
        return a.MatrixNorm(p) * a.InvEx().Inverse.MatrixNorm(p);
    }

    internal static void CheckSquare(Tensor a, string order)
    {
        if (a.Shape[-1] != a.Shape[-2])
            throw new ShapeException($"linalg.cond(ord={order}): A must be batches of square matrices, but they are {a.Shape[-2]} by {a.Shape[-1]} matrices. Only the orders 2 and -2 take others.");
    }
}

/// <summary>How much each matrix may amplify relative errors, by the name of a norm (PyTorch's <c>linalg.cond</c>).</summary>
/// <param name="a">The matrices, [..., n, n].</param>
/// <param name="p"><c>"fro"</c> or <c>"nuc"</c>.</param>
/// <returns>The condition numbers.</returns>
/// <exception cref="ShapeException">The matrices are not square.</exception>
[TensorOp("s... n m -> s...", Method = "Cond")]
public static partial class CondByName
{
    private static Tensor<T> Compose<T>(Tensor<T> a, string p)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Cond.CheckSquare(a, p);
        return a.MatrixNorm(p) * a.InvEx().Inverse.MatrixNorm(p);
    }
}
