namespace DslTensors.Operators;

/// <summary>A copy of some successive indices of a dimension (PyTorch's <c>narrow_copy</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="start">The first index; negative ones count from the end.</param>
/// <param name="length">How many indices.</param>
/// <returns>A copy of these elements.</returns>
/// <exception cref="DimensionException">The dimension or the indices are out of range.</exception>
[TensorOp("s... -> slice(s, dim, start, length)")]
public static partial class NarrowCopy
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int dim, int start, int length)
        where T : unmanaged => input.Narrow(dim, start, length).Clone();
}
