namespace DslTensors.Operators;

/// <summary>The tensor with a slice of a dimension exchanged (PyTorch's <c>slice_scatter</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="src">The elements, in the shape of the slice.</param>
/// <param name="dim">The dimension.</param>
/// <param name="start">The first index; by default 0. Negative ones count from the end.</param>
/// <param name="end">The end; by default that of the dimension.</param>
/// <param name="step">The distance between two indices.</param>
/// <returns>A tensor of the shape of <paramref name="input"/>.</returns>
/// <exception cref="DimensionException">The dimension is out of range, or the step is not positive.</exception>
/// <exception cref="ShapeException">The elements have another shape.</exception>
[TensorOp("s..., e... -> s...")]
public static partial class SliceScatter
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> src, int dim = 0, int? start = null, int? end = null, int step = 1)
        where T : unmanaged
    {
        if (step < 1)
            throw new DimensionException($"slice step must be positive: slice_scatter was given {step}.");
        var result = input.Clone();
        var at = Dimension.Wrap(dim, input.Rank);
        var size = input.Shape[at];
        var first = Place(start ?? 0, size);
        var length = Math.Max(0, (Place(end ?? size, size) - first + step - 1) / step);
        var part = Slice.Apply(result, at, first, length, step);
        SelectScatter.Check("slice_scatter", src, part);
        part.CopyInPlace(src);
        return result;
    }

    private static int Place(int index, int size) => Math.Clamp(index < 0 ? index + size : index, 0, size);
}
