namespace DslTensors.Operators;

/// <summary>The sums of all integers up to each along a dimension, in 64 bits (PyTorch's <c>cumsum</c>); truth values count as 0 and 1.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> along(s, dim)", Method = "Cumsum", ElementTypes = ElementTypes.IntegersAndBool)]
public static partial class CumsumOfIntegers
{
    private static Tensor<long> Compose<T>(Tensor<T> input, int dim)
        where T : unmanaged => TypedCumsum.Apply(input.To<long>(), dim, null);
}
