using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The p-norm of the elements along some dimensions, computed in the type <c>TResult</c>, which the elements are converted to first (PyTorch's <c>norm</c> with <c>dtype</c>).</summary>
/// <param name="input">The tensor, of any type.</param>
/// <param name="p">The order: 0 counts elements other than 0, 1 sums magnitudes, 2 is Euclid's, infinity the greatest magnitude.</param>
/// <param name="dim">One or several dimensions; by default all.</param>
/// <param name="keepDim">Keep the reduced dimensions with size 1.</param>
/// <returns>The norms.</returns>
/// <exception cref="DimensionException">A dimension is out of range or given twice.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)", Method = "Norm")]
public static partial class NormAs
{
    private static Tensor<TResult> Compose<TResult>(Tensor input, Scalar p, Dims dim = default, bool keepDim = false)
        where TResult : unmanaged, IFloatingPointIeee754<TResult> => input.To<TResult>().Norm(p, dim, keepDim);
}

/// <summary>The Frobenius or nuclear norm, computed in the type <c>TResult</c>, which the elements are converted to first (PyTorch's <c>norm</c> with <c>dtype</c>).</summary>
/// <param name="input">The tensor, of any type.</param>
/// <param name="p">"fro", the root of the sum of squares, or "nuc", the sum of the singular values.</param>
/// <param name="dim">One or several dimensions; by default all.</param>
/// <param name="keepDim">Keep the reduced dimensions with size 1.</param>
/// <returns>The norms.</returns>
/// <exception cref="TensorException"><paramref name="p"/> is another word.</exception>
/// <exception cref="DimensionException">A dimension is out of range or given twice.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)", Method = "Norm")]
public static partial class NamedNormAs
{
    private static Tensor<TResult> Compose<TResult>(Tensor input, string p = "fro", Dims dim = default, bool keepDim = false)
        where TResult : unmanaged, IFloatingPointIeee754<TResult> => input.To<TResult>().Norm(p, dim, keepDim);
}
