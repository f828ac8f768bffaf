using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The sum over some dimensions, computed in the type <c>TResult</c>, which the elements are converted to first (PyTorch's <c>sum</c> with <c>dtype</c>).</summary>
/// <param name="input">The tensor, of any type.</param>
/// <param name="dim">One or several dimensions; by default all.</param>
/// <param name="keepDim">Keep the reduced dimensions with size 1.</param>
/// <returns>The sums; 0 where there is nothing to sum.</returns>
/// <exception cref="DimensionException">A dimension is out of range or given twice.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)", Method = "Sum")]
public static partial class SumAs
{
    private static Tensor<TResult> Compose<TResult>(Tensor input, Dims dim = default, bool keepDim = false)
        where TResult : unmanaged, INumber<TResult> => TypedSum.Apply(input.To<TResult>(), dim, keepDim, null);
}
