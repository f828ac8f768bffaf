namespace DslTensors.Operators;

/// <summary>Parts of one size along a dimension, the last one smaller if need be (PyTorch's <c>split</c>); they are views.</summary>
/// <param name="input">The tensor.</param>
/// <param name="splitSizeOrSections">The size of each part.</param>
/// <param name="dim">The dimension.</param>
/// <returns>The parts, in order.</returns>
/// <exception cref="ShapeException">The size is not positive.</exception>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> part(s, splitSizeOrSections, dim)[]")]
public static partial class Split
{
    private static Tensor<T>[] Compose<T>(Tensor<T> input, int splitSizeOrSections, int dim = 0)
        where T : unmanaged
    {
        if (input.Rank == 0)
            throw new DimensionException("split expects at least a 1-dimensional tensor. Add a dimension with x.Unsqueeze(0) first.");
        var size = input.Shape[Dimension.Wrap(dim, input.Rank)];
        if (splitSizeOrSections < 0 || (splitSizeOrSections == 0 && size > 0))
            throw new ShapeException($"split expects split_size be non-negative, but got split_size={splitSizeOrSections}. Give the size of a part, 1 or more.");
        var parts = new Tensor<T>[size == 0 ? 1 : (size + splitSizeOrSections - 1) / splitSizeOrSections];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = input.Narrow(dim, i * splitSizeOrSections, Math.Min(splitSizeOrSections, size - (i * splitSizeOrSections)));
        return SeveralViews.Of("SplitBackward0", parts);
    }
}

/// <summary>Parts of given sizes along a dimension (PyTorch's <c>split</c> with a list); they are views.</summary>
/// <param name="input">The tensor.</param>
/// <param name="splitSizeOrSections">The sizes, which add up to the dimension's.</param>
/// <param name="dim">The dimension.</param>
/// <returns>The parts, in order.</returns>
/// <exception cref="ShapeException">The sizes don't add up to the dimension's.</exception>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> part(s, splitSizeOrSections, dim)[]", Name = "split_with_sizes", Method = "Split")]
public static partial class SplitWithSizes
{
    private static Tensor<T>[] Compose<T>(Tensor<T> input, int[] splitSizeOrSections, int dim = 0)
        where T : unmanaged
    {
        var size = input.Shape[Dimension.Wrap(dim, input.Rank)];
        if (splitSizeOrSections.Sum() != size)
            throw new ShapeException($"split_with_sizes expects split_sizes to sum exactly to {size} (input tensor's size at dimension {dim}), but got split_sizes={Shape.Format(splitSizeOrSections)}. They sum to {splitSizeOrSections.Sum()}.");
        var parts = new Tensor<T>[splitSizeOrSections.Length];
        var start = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = input.Narrow(dim, start, splitSizeOrSections[i]);
            start += splitSizeOrSections[i];
        }

        return SeveralViews.Of("SplitWithSizesBackward0", parts);
    }
}
