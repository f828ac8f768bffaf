using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The mean over some dimensions, computed in the type <c>TResult</c>, which the elements are converted to first (PyTorch's <c>mean</c> with <c>dtype</c>).</summary>
/// <param name="input">The tensor, of any type.</param>
/// <param name="dim">One or several dimensions; by default all.</param>
/// <param name="keepDim">Keep the reduced dimensions with size 1.</param>
/// <returns>The means; NaN where there is nothing to average.</returns>
/// <exception cref="DimensionException">A dimension is out of range or given twice.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)", Method = "Mean")]
public static partial class MeanAs
{
    private static Tensor<TResult> Compose<TResult>(Tensor input, Dims dim = default, bool keepDim = false)
        where TResult : unmanaged, IFloatingPointIeee754<TResult> => input.To<TResult>().Mean(dim, keepDim);
}
