namespace DslTensors.Operators;

/// <summary>A tensor as rows of the elements that are reduced to one, for reductions that need all of them at once.</summary>
internal static class ReducedRows
{
    /// <summary>The rows one after the other, and how long each is.</summary>
    public static T[] Of<T>(TensorView<T> input, bool[] reduced, out int length)
        where T : unmanaged
    {
        int[] order = [.. Enumerable.Range(0, input.Rank).OrderBy(dim => reduced[dim])];
        int[] sizes = [.. order.Select(dim => input.Sizes[dim])];
        int[] strides = [.. order.Select(dim => input.Strides[dim])];
        length = 1;
        for (var dim = 0; dim < input.Rank; dim++)
            length *= reduced[dim] ? input.Sizes[dim] : 1;
        var rows = new T[input.Count];
        StridedCopy.Run(new TensorView<T>(input.Array, input.Offset, StridedLayout.Strided(sizes, strides)), new TensorView<T>(rows, 0, StridedLayout.Contiguous(sizes)));
        return rows;
    }
}
