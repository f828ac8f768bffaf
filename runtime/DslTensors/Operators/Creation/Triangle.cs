namespace DslTensors.Operators;

/// <summary>Triangles of matrices.</summary>
internal static class Triangle
{
    /// <summary>Clears a part of each matrix of a tensor.</summary>
    public static void Clear<T>(TensorView<T> matrices, Func<int, int, bool> isCleared)
        where T : unmanaged
    {
        if (matrices.Count == 0)
            return;
        var (rows, columns) = (matrices.Sizes[^2], matrices.Sizes[^1]);
        var places = IndexedLines.Distances(matrices.Sizes, matrices.Strides);
        for (var i = 0; i < places.Length; i++)
        {
            if (isCleared(i / columns % rows, i % columns))
                matrices.Array[matrices.Offset + places[i]] = default;
        }
    }

    /// <summary>The places of a matrix that count, [2, count].</summary>
    public static Tensor<long> Indices(int rows, int columns, Func<int, int, bool> counts)
    {
        if (rows < 0 || columns < 0)
            throw new ShapeException($"row and col must be non-negative, got {(rows < 0 ? $"row: {rows}" : $"col: {columns}")}. A matrix has sizes of 0 or more.");
        var places = (from i in Enumerable.Range(0, rows) from j in Enumerable.Range(0, columns) where counts(i, j) select (i, j)).ToArray();
        return Tensor.From<long>([.. places.Select(place => (long)place.i), .. places.Select(place => (long)place.j)], 2, places.Length);
    }
}
