using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The LU decomposition of each matrix in the form that <c>LuSolve</c> takes (PyTorch's <c>linalg.lu_factor</c>).</summary>
/// <param name="a">The matrices, [..., n, m].</param>
/// <param name="pivot">Whether rows are exchanged, without which small pivots spoil the result.</param>
/// <returns>Both factors in one matrix, the unit diagonal left out, and for each step, from 1, which row was exchanged for its own.</returns>
/// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
/// <exception cref="TensorException">A pivot is 0.</exception>
[TensorOp("s... n m -> s... n m, lesser(s... n m)")]
[ShapeError("a", ShapeFault.Rank, "lu_factor: Expected tensor with 2 or more dimensions. Got size: {a} instead")]
public static partial class LuFactor
{
    private static (Tensor<T> Lu, Tensor<int> Pivots) Compose<T>(Tensor<T> a, bool pivot = true)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (factors, pivots, info) = LuFactorEx.Apply(a, pivot);
        var zeros = info.ToArray();
        for (var i = 0; i < zeros.Length; i++)
        {
            if (zeros[i] != 0)
                throw new TensorException($"linalg.lu_factor: {Matrices.Element(a, i)}U[{zeros[i]},{zeros[i]}] is zero and using it on lu_solve would result in a division by zero. If you still want to perform the factorization, consider calling LinalgLu or LuFactorEx.");
        }

        return (factors, pivots);
    }
}

/// <summary>The LU decomposition of each matrix, without an error if a pivot is 0 (PyTorch's <c>linalg.lu_factor_ex</c>).</summary>
/// <param name="a">The matrices, [..., n, m].</param>
/// <param name="pivot">Whether rows are exchanged, without which small pivots spoil the result.</param>
/// <returns>Both factors in one matrix, the exchanges, and for each matrix 0, or the place from 1 of a pivot that is 0.</returns>
/// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
[TensorOp("s... n m -> s... n m, lesser(s... n m), s...")]
[ShapeError("a", ShapeFault.Rank, "lu_factor: Expected tensor with 2 or more dimensions. Got size: {a} instead")]
public static partial class LuFactorEx
{
    private static (Tensor<T> Lu, Tensor<int> Pivots, Tensor<int> Info) Compose<T>(Tensor<T> a, bool pivot = true)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var batch = Matrices.Batch(a);
        var (packed, pivots, _, info) = LuFactors.Of(Matrices.Flat(a), pivot);
        return (Matrices.Shaped(packed, batch), Matrices.Shaped(pivots, batch), Matrices.Shaped(info, batch));
    }
}
