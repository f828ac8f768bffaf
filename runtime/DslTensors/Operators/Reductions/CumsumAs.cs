using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The sums of all elements up to each along a dimension, computed in the type <c>TResult</c>, which the elements are converted to first (PyTorch's <c>cumsum</c> with <c>dtype</c>).</summary>
/// <param name="input">The tensor, of any type.</param>
/// <param name="dim">The dimension.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> along(s, dim)", Method = "Cumsum")]
public static partial class CumsumAs
{
    private static Tensor<TResult> Compose<TResult>(Tensor input, int dim)
        where TResult : unmanaged, INumber<TResult> => TypedCumsum.Apply(input.To<TResult>(), dim, null);
}
