using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The product along a dimension, computed in the type <c>TResult</c>, which the elements are converted to first (PyTorch's <c>prod</c> with <c>dtype</c>).</summary>
/// <param name="input">The tensor, of any type.</param>
/// <param name="dim">The dimension; by default the whole tensor.</param>
/// <param name="keepDim">Keep the dimension with size 1.</param>
/// <returns>The products; 1 where there is nothing to multiply.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)", Method = "Prod")]
public static partial class ProdAs
{
    private static Tensor<TResult> Compose<TResult>(Tensor input, int? dim = null, bool keepDim = false)
        where TResult : unmanaged, INumber<TResult> => TypedProd.Apply(input.To<TResult>(), dim, keepDim, null);
}
