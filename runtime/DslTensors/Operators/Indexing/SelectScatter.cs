namespace DslTensors.Operators;

/// <summary>The tensor with one index of a dimension exchanged (PyTorch's <c>select_scatter</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="src">The elements, in the shape that <c>Select</c> gives.</param>
/// <param name="dim">The dimension.</param>
/// <param name="index">The index; negative ones count from the end.</param>
/// <returns>A tensor of the shape of <paramref name="input"/>.</returns>
/// <exception cref="DimensionException">The dimension or the index is out of range.</exception>
/// <exception cref="ShapeException">The elements have another shape.</exception>
[TensorOp("s..., e... -> s...")]
public static partial class SelectScatter
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> src, int dim, int index)
        where T : unmanaged
    {
        var result = input.Clone();
        var part = result.Select(dim, index);
        Check("select_scatter", src, part);
        part.CopyInPlace(src);
        return result;
    }

    /// <summary>Refuses what does not have the shape of the part that it replaces.</summary>
    internal static void Check(string name, Tensor src, Tensor part)
    {
        if (src.Shape != part.Shape)
            throw new ShapeException($"expected src to have a size equal to the slice of self. {name}: src size = {src.Shape}, slice size = {part.Shape}");
    }
}
