namespace DslTensors.Operators;

/// <summary>The sum of integers over some dimensions in 64 bits (PyTorch's <c>sum</c>); of truth values the number of true ones.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">One or several dimensions; by default all.</param>
/// <param name="keepDim">Keep the reduced dimensions with size 1.</param>
/// <returns>The sums; 0 where there is nothing to sum.</returns>
/// <exception cref="DimensionException">A dimension is out of range or given twice.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)", Method = "Sum", ElementTypes = ElementTypes.IntegersAndBool)]
public static partial class SumOfIntegers
{
    private static Tensor<long> Compose<T>(Tensor<T> input, Dims dim = default, bool keepDim = false)
        where T : unmanaged => TypedSum.Apply(input.To<long>(), dim, keepDim, null);
}
