namespace DslTensors.Operators;

/// <summary>One index of a dimension, which goes (PyTorch's <c>select</c>); the result is a view.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="index">The index; negative ones count from the end.</param>
/// <returns>A view of these elements.</returns>
/// <exception cref="DimensionException">The dimension or the index is out of range.</exception>
[TensorOp("s... -> remove(s, dim, index)", IsView = true)]
public static partial class Select
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int dim, int index)
        where T : unmanaged
    {
        if (input.Rank == 0)
            throw new DimensionException("select() cannot be applied to a 0-dim tensor. Read the element with x.Item().");
        var at = Dimension.Wrap(dim, input.Rank);
        var size = input.Shape[at];
        if (index >= size || index < -size)
            throw new DimensionException($"select(): index {index} out of range for tensor of size {input.Shape} at dimension {at}. Indices go from {-size} to {size - 1}.");
        return Slice.Apply(input, at, index < 0 ? index + size : index, 1, 1).Squeeze(at);
    }
}
