namespace DslTensors.Operators;

/// <summary>
/// Where the elements that index tensors name lie: each is a place of the dimensions before the indexed ones, a place of the indices and a
/// place of the dimensions behind, in this order.
/// </summary>
internal sealed class IndexedLines
{
    private IndexedLines(int[] blocks, int[] offsets, int[] steps, bool isRun)
    {
        Blocks = blocks;
        Offsets = offsets;
        Steps = steps;
        IsRun = isRun;
    }

    /// <summary>The distances of the places before the indexed dimensions.</summary>
    public int[] Blocks { get; }

    /// <summary>The distances of the places that the indices name.</summary>
    public int[] Offsets { get; }

    /// <summary>The distances of the places behind the indexed dimensions.</summary>
    public int[] Steps { get; }

    /// <summary>Whether the places behind follow one another in memory.</summary>
    public bool IsRun { get; }

    /// <summary>The number of places behind the indexed dimensions.</summary>
    public int Length => Steps.Length;

    /// <summary>The places in a tensor that has elements.</summary>
    /// <param name="tensor">The layout of the tensor.</param>
    /// <param name="index">The indices, [k, ...].</param>
    /// <param name="dim">The first of the k indexed dimensions.</param>
    /// <exception cref="DimensionException">An index is out of range.</exception>
    public static IndexedLines Of(StridedLayout tensor, TensorView<long> index, int dim)
    {
        var count = index.Sizes[0];
        var behind = StridedLayout.Strided(tensor.Sizes[(dim + count)..], tensor.Strides[(dim + count)..]);
        return new IndexedLines(
            Distances(tensor.Sizes.AsSpan(0, dim), tensor.Strides),
            Picked(tensor, index.Dense().Span, count, dim),
            Distances(behind.Sizes, behind.Strides),
            behind.IsContiguous);
    }

    /// <summary>PyTorch's check of indices whose part has no elements: none may stand for a dimension of size 0.</summary>
    /// <exception cref="DimensionException">One does.</exception>
    public static void CheckEmpty(StridedLayout tensor, TensorView<long> index, int dim)
    {
        for (var k = 0; k < index.Sizes[0] && index.Count > 0; k++)
        {
            if (tensor.Sizes[dim + k] == 0)
                throw OutOfBounds(tensor, index.Origin, k, dim);
        }
    }

    /// <summary>The distances of all places of some dimensions in row-major order.</summary>
    public static int[] Distances(ReadOnlySpan<int> sizes, ReadOnlySpan<int> strides)
    {
        var distances = new int[1];
        for (var dim = 0; dim < sizes.Length; dim++)
        {
            var finer = new int[distances.Length * sizes[dim]];
            for (var i = 0; i < finer.Length; i++)
                finer[i] = distances[i / sizes[dim]] + (i % sizes[dim] * strides[dim]);
            distances = finer;
        }

        return distances;
    }

    private static int[] Picked(StridedLayout tensor, ReadOnlySpan<long> indices, int count, int dim)
    {
        var offsets = new int[indices.Length / count];
        for (var k = 0; k < count; k++)
        {
            var (size, stride) = (tensor.Sizes[dim + k], tensor.Strides[dim + k]);
            for (var i = 0; i < offsets.Length; i++)
            {
                var index = indices[(k * offsets.Length) + i];
                if (index >= size || index < -size)
                    throw OutOfBounds(tensor, index, k, dim);
                offsets[i] += (int)(index < 0 ? index + size : index) * stride;
            }
        }

        return offsets;
    }

    // PyTorch counts the dimension in its sentence among the indexed ones.
    private static DimensionException OutOfBounds(StridedLayout tensor, long index, int k, int dim)
    {
        var size = tensor.Sizes[dim + k];
        return new DimensionException(size == 0
            ? $"index is out of bounds for dimension with size 0: index {index} for dimension {dim + k} of the part of shape {Shape.Format(tensor.Sizes)}, which has no elements."
            : $"index {index} is out of bounds for dimension {k} with size {size}: dimension {dim + k} of the part of shape {Shape.Format(tensor.Sizes)} has indices {-size} to {size - 1}.");
    }
}
