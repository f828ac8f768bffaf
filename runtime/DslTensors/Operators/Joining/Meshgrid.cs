namespace DslTensors.Operators;

/// <summary>The coordinates of a grid whose axes are given (PyTorch's <c>meshgrid</c>); they are views.</summary>
/// <param name="tensors">The axes: vectors or single elements.</param>
/// <param name="indexing"><c>"ij"</c> for a dimension for each axis in order, <c>"xy"</c> for the first two exchanged.</param>
/// <returns>For each axis its coordinate at every point of the grid.</returns>
/// <exception cref="ShapeException">There is no tensor, one has more than one dimension, or <paramref name="indexing"/> is another word.</exception>
[TensorOp("s...[] -> grid...[]")]
public static partial class Meshgrid
{
    private static Tensor<T>[] Compose<T>(ReadOnlySpan<Tensor<T>> tensors, string indexing = "ij")
        where T : unmanaged
    {
        if (tensors.Length == 0)
            throw new ShapeException("meshgrid expects a non-empty TensorList. Give at least one axis.");
        if (indexing is not ("ij" or "xy"))
            throw new ShapeException($"meshgrid: indexing must be one of \"xy\" or \"ij\", but received: {indexing}");
        var sizes = new int[tensors.Length];
        for (var i = 0; i < sizes.Length; i++)
        {
            if (tensors[i].Rank > 1)
                throw new ShapeException($"meshgrid: Expected 0D or 1D tensor in the tensor list but got: axis {i} has shape {tensors[i].Shape}. Flatten it with Reshape(-1).");
            sizes[i] = (int)tensors[i].Count;
        }

        var grids = new Tensor<T>[tensors.Length];
        for (var i = 0; i < grids.Length; i++)
        {
            int[] line = [.. Enumerable.Repeat(1, sizes.Length)];
            line[i] = sizes[i];
            var grid = tensors[i].Reshape(line).Expand(sizes);
            grids[i] = indexing == "xy" && sizes.Length > 1 ? grid.Transpose(0, 1) : grid;
        }

        return grids;
    }
}
