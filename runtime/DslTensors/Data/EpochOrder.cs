namespace DslTensors;

/// <summary>The examples of an epoch in order, cut into batches.</summary>
internal readonly struct EpochOrder(int[] indices)
{
    public int Count(int batchSize, bool dropLast) => (indices.Length / batchSize) + (!dropLast && indices.Length % batchSize != 0 ? 1 : 0);

    public ReadOnlySpan<int> Batch(int index, int batchSize)
    {
        var start = index * batchSize;
        return indices.AsSpan(start, Math.Min(batchSize, indices.Length - start));
    }
}
