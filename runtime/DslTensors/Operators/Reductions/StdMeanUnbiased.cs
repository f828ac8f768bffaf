using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The standard deviation and the mean over some dimensions (PyTorch's <c>std_mean</c> with <c>unbiased</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimensions; all by default.</param>
/// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
/// <param name="keepDim">Whether the dimensions stay, with size 1.</param>
/// <returns>The standard deviations and the means.</returns>
/// <exception cref="DimensionException">A dimension is out of range or given twice.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim), reduce(s, dim, keepDim)", Method = "StdMean")]
public static partial class StdMeanUnbiased
{
    private static (Tensor<T> Std, Tensor<T> Mean) Compose<T>(Tensor<T> input, Dims dim, bool unbiased, bool keepDim = false)
        where T : unmanaged, IFloatingPointIeee754<T> => (input.Std(dim, unbiased, keepDim), input.Mean(dim, keepDim));
}
