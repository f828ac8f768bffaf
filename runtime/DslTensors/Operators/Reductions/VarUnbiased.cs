using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The variance over some dimensions (PyTorch's <c>var</c> with <c>unbiased</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimensions; all by default.</param>
/// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
/// <param name="keepDim">Whether the dimensions stay, with size 1.</param>
/// <returns>The variances.</returns>
/// <exception cref="DimensionException">A dimension is out of range or given twice.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)", Method = "Var")]
public static partial class VarUnbiased
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Dims dim, bool unbiased, bool keepDim = false)
        where T : unmanaged, IFloatingPointIeee754<T> => input.Var(dim, unbiased ? 1 : 0, keepDim);
}
