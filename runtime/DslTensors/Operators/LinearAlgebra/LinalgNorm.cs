using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The norm of vectors or matrices (PyTorch's <c>linalg.norm</c>).</summary>
/// <param name="a">The tensor.</param>
/// <param name="ord">The order: that of a matrix norm where two dimensions are meant, of a vector norm where one is. Without one, Euclid's norm of all elements.</param>
/// <param name="dim">One dimension for vectors, two for matrices; by default those of a vector or a matrix.</param>
/// <param name="keepDim">Keep the reduced dimensions with size 1.</param>
/// <returns>The norms.</returns>
/// <exception cref="ShapeException">An order is given, and the tensor is neither a vector nor a matrix.</exception>
[TensorOp("s... -> norms...")]
public static partial class LinalgNorm
{
    private static Tensor<T> Compose<T>(Tensor<T> a, double? ord = null, Dims dim = default, bool keepDim = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (ord is not { } order)
            return VectorNorm.Apply(a, 2, dim, keepDim, null);
        if (dim.IsAll && a.Rank is not (1 or 2))
            throw new ShapeException($"linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got {a.Rank}D. Its shape is {a.Shape}; say which dimensions are meant.");
        var isMatrix = dim.IsAll ? a.Rank == 2 : dim.Count() == 2;
        return isMatrix ? a.MatrixNorm(order, dim, keepDim) : VectorNorm.Apply(a, order, dim, keepDim, null);
    }
}

/// <summary>The norm of matrices by the name of its order (PyTorch's <c>linalg.norm</c>).</summary>
/// <param name="a">The tensor.</param>
/// <param name="ord"><c>"fro"</c>, the root of the sum of squares, or <c>"nuc"</c>, the sum of the singular values.</param>
/// <param name="dim">The two dimensions of the matrices; by default those of a matrix.</param>
/// <param name="keepDim">Keep the reduced dimensions with size 1.</param>
/// <returns>The norms.</returns>
/// <exception cref="ShapeException">The dimensions are not those of matrices.</exception>
[TensorOp("s... -> norms...", Method = "LinalgNorm")]
public static partial class LinalgNormByName
{
    private static Tensor<T> Compose<T>(Tensor<T> a, string ord, Dims dim = default, bool keepDim = false)
        where T : unmanaged, IFloatingPointIeee754<T> => !dim.IsAll || a.Rank is 1 or 2
        ? a.MatrixNorm(ord, dim, keepDim)
        : throw new ShapeException($"linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got {a.Rank}D. Its shape is {a.Shape}; say which dimensions are meant.");
}
