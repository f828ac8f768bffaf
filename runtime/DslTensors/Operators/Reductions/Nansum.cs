using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The sum over some dimensions of what is not NaN (PyTorch's <c>nansum</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimensions; all by default.</param>
/// <param name="keepDim">Whether the dimensions stay, with size 1.</param>
/// <returns>The sums.</returns>
/// <exception cref="DimensionException">A dimension is out of range or given twice.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)")]
public static partial class Nansum
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Dims dim = default, bool keepDim = false)
        where T : unmanaged, IFloatingPointIeee754<T> => input.MaskedFill(input.Isnan(), 0).Sum(dim, keepDim);
}
