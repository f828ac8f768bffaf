namespace DslTensors;

/// <summary>The rows of tensors.</summary>
internal sealed class TensorDataset<TBatch> : Dataset<TBatch>
{
    private readonly Func<BatchRows, TBatch> _batch;

    public TensorDataset(Tensor[] tensors, Func<BatchRows, TBatch> batch)
    {
        foreach (var tensor in tensors)
        {
            if (tensor.Rank == 0)
                throw new ShapeException("A dataset takes the rows of tensors, and a scalar has none. Reshape it to [1].");
            if (tensor.Shape[0] != tensors[0].Shape[0])
                throw new ShapeException($"Size mismatch between tensors: the first dimensions of {string.Join(" and ", tensors.Select(each => each.Shape.ToString()))} differ. Give as many labels as examples.");
        }

        Count = tensors[0].Shape[0];
        _batch = batch;
    }

    public override int Count { get; }

    public override TBatch Batch(ReadOnlySpan<int> indices)
    {
        var rows = new long[indices.Length];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = indices[i];
        return _batch(new BatchRows(Tensor.From(rows)));
    }
}

/// <summary>The rows of a batch.</summary>
internal sealed class BatchRows(Tensor<long> indices)
{
    public Tensor<T> Of<T>(Tensor<T> tensor)
        where T : unmanaged => tensor.IndexSelect(0, indices);
}
