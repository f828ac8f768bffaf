namespace DslTensors.Operators;

/// <summary>Some successive indices of a dimension (PyTorch's <c>narrow</c>); the result is a view.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="start">The first index; negative ones count from the end.</param>
/// <param name="length">How many indices.</param>
/// <returns>A view of these elements.</returns>
/// <exception cref="DimensionException">The dimension or the indices are out of range.</exception>
[TensorOp("s... -> slice(s, dim, start, length)", IsView = true)]
public static partial class Narrow
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int dim, int start, int length)
        where T : unmanaged
    {
        if (input.Rank == 0)
            throw new DimensionException("narrow() cannot be applied to a 0-dim tensor. Add a dimension with x.Unsqueeze(0) first.");
        var at = Dimension.Wrap(dim, input.Rank);
        var size = input.Shape[at];
        if (length < 0)
            throw new DimensionException($"narrow(): length must be non-negative, but it is {length}.");
        if (start > size || start < -size)
            throw new DimensionException($"start out of range (expected to be in range of [{-size}, {size}], but got {start})");
        var first = start < 0 ? start + size : start;
        if (first > size - length)
            throw new DimensionException($"start ({first}) + length ({length}) exceeds dimension size ({size}). Dimension {at} of shape {input.Shape} has indices 0 to {size - 1}.");
        return Slice.Apply(input, at, first, length, 1);
    }
}
