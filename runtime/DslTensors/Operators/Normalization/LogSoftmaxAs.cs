using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The logarithm of <c>Softmax</c>, computed in the type <c>TResult</c>, which the elements are converted to first (PyTorch's <c>log_softmax</c> with <c>dtype</c>).</summary>
/// <param name="input">The tensor, of any type.</param>
/// <param name="dim">The dimension along which the exponentials sum to 1.</param>
/// <returns>The logarithms of the probabilities.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> along(s, dim)", Method = "LogSoftmax")]
public static partial class LogSoftmaxAs
{
    private static Tensor<TResult> Compose<TResult>(Tensor input, int dim)
        where TResult : unmanaged, IFloatingPointIeee754<TResult> => input.To<TResult>().LogSoftmax(dim);
}
