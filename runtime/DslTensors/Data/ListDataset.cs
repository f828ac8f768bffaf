namespace DslTensors;

/// <summary>The items of a list.</summary>
internal sealed class ListDataset<TItem, TBatch>(IReadOnlyList<TItem> items, Func<IReadOnlyList<TItem>, TBatch> collate) : Dataset<TBatch>
{
    public override int Count => items.Count;

    public override TBatch Batch(ReadOnlySpan<int> indices)
    {
        var batch = new TItem[indices.Length];
        for (var i = 0; i < batch.Length; i++)
            batch[i] = items[indices[i]];
        return collate(batch);
    }
}

/// <summary>Some of the examples of another dataset.</summary>
internal sealed class SubsetDataset<TBatch>(Dataset<TBatch> whole, int[] chosen) : Dataset<TBatch>
{
    public override int Count => chosen.Length;

    public override TBatch Batch(ReadOnlySpan<int> indices)
    {
        var inWhole = new int[indices.Length];
        for (var i = 0; i < inWhole.Length; i++)
            inWhole[i] = chosen[indices[i]];
        return whole.Batch(inWhole);
    }
}
