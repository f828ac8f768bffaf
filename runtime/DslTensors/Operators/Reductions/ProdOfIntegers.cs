namespace DslTensors.Operators;

/// <summary>The product of integers along a dimension in 64 bits, wrapping around (PyTorch's <c>prod</c>); truth values count as 0 and 1.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension; by default the whole tensor.</param>
/// <param name="keepDim">Keep the dimension with size 1.</param>
/// <returns>The products; 1 where there is nothing to multiply.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)", Method = "Prod", ElementTypes = ElementTypes.IntegersAndBool)]
public static partial class ProdOfIntegers
{
    private static Tensor<long> Compose<T>(Tensor<T> input, int? dim = null, bool keepDim = false)
        where T : unmanaged => TypedProd.Apply(input.To<long>(), dim, keepDim, null);
}
