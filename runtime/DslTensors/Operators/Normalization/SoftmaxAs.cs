using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Exponentials divided by their sum, computed in the type <c>TResult</c>, which the elements are converted to first (PyTorch's <c>softmax</c> with <c>dtype</c>).</summary>
/// <param name="input">The tensor, of any type.</param>
/// <param name="dim">The dimension along which the results sum to 1.</param>
/// <returns>The probabilities.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> along(s, dim)", Method = "Softmax")]
public static partial class SoftmaxAs
{
    private static Tensor<TResult> Compose<TResult>(Tensor input, int dim)
        where TResult : unmanaged, IFloatingPointIeee754<TResult> => input.To<TResult>().Softmax(dim);
}
