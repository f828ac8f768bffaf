namespace DslTensors.Operators;

/// <summary>Parts of given sizes along a dimension (PyTorch's <c>split_with_sizes</c>); they are views.</summary>
/// <param name="input">The tensor.</param>
/// <param name="splitSizes">The size of each part; together that of the dimension.</param>
/// <param name="dim">The dimension.</param>
/// <returns>The parts, in order.</returns>
/// <exception cref="ShapeException">The sizes do not add up.</exception>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> part(s, splitSizes, dim)[]", Method = "SplitWithSizes")]
public static partial class SplitBySizes
{
    private static Tensor<T>[] Compose<T>(Tensor<T> input, int[] splitSizes, int dim = 0)
        where T : unmanaged => input.Split(splitSizes, dim);
}
