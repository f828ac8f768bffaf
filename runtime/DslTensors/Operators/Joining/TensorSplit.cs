namespace DslTensors.Operators;

/// <summary>So many parts along a dimension, the first ones one longer if need be (PyTorch's <c>tensor_split</c>); they are views.</summary>
/// <param name="input">The tensor.</param>
/// <param name="indicesOrSections">How many parts.</param>
/// <param name="dim">The dimension.</param>
/// <returns>The parts, in order.</returns>
/// <exception cref="ShapeException">The number is not positive.</exception>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> parts...[]")]
public static partial class TensorSplit
{
    private static Tensor<T>[] Compose<T>(Tensor<T> input, int indicesOrSections, int dim = 0)
        where T : unmanaged
    {
        var size = TensorSplitAt.Size(input, dim);
        if (indicesOrSections <= 0)
            throw new ShapeException($"number of sections must be larger than 0, got {indicesOrSections}. Give how many parts to make.");
        var (length, longer) = Math.DivRem(size, indicesOrSections);
        return TensorSplitAt.Apply(input, [.. Enumerable.Range(1, indicesOrSections - 1).Select(i => (i * length) + Math.Min(i, longer))], dim);
    }
}

/// <summary>Parts along a dimension that begin at given indices (PyTorch's <c>tensor_split</c>); they are views.</summary>
/// <param name="input">The tensor.</param>
/// <param name="indicesOrSections">Where each part but the first begins; negative ones count from the end.</param>
/// <param name="dim">The dimension.</param>
/// <returns>The parts, in order, one more than indices.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> parts...[]", Method = "TensorSplit")]
public static partial class TensorSplitAt
{
    private static Tensor<T>[] Compose<T>(Tensor<T> input, int[] indicesOrSections, int dim = 0)
        where T : unmanaged
    {
        var size = Size(input, dim);
        int[] bounds = [0, .. indicesOrSections.Select(index => Math.Clamp(index < 0 ? index + size : index, 0, size)), size];
        var parts = new Tensor<T>[bounds.Length - 1];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = input.Narrow(dim, bounds[i], Math.Max(0, bounds[i + 1] - bounds[i]));
        return parts;
    }

    /// <summary>The size of the dimension.</summary>
    internal static int Size(Tensor input, int dim) => input.Rank > 0 ? input.Shape[Dimension.Wrap(dim, input.Rank)] : throw new DimensionException(
        "tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims. Add a dimension with x.Unsqueeze(0) first.");
}
