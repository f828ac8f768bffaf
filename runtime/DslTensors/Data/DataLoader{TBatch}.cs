using System.Collections;

namespace DslTensors;

/// <summary>
/// Batches of a dataset: each <c>foreach</c> or <c>await foreach</c> is an epoch. What makes the batches works in the modes of autograd that
/// hold where the loop begins.
/// </summary>
/// <typeparam name="TBatch">What a batch is.</typeparam>
public sealed class DataLoader<TBatch> : IReadOnlyCollection<TBatch>
{
    private readonly int _batchSize;
    private readonly bool _dropLast;
    private readonly int _prefetch;
    private readonly Lock _gate = new();

    internal DataLoader(Dataset<TBatch> dataset, Sampler sampler, int batchSize, bool dropLast, int prefetch)
    {
        if (batchSize <= 0)
            throw new TensorException($"batch_size should be a positive integer value, but got batch_size={batchSize}.");
        if (prefetch < 0)
            throw new TensorException($"prefetch should be 0 or more batches, but got {prefetch}.");
        (Dataset, Sampler, _batchSize, _dropLast, _prefetch) = (dataset, sampler, batchSize, dropLast, prefetch);
    }

    /// <summary>The examples.</summary>
    public Dataset<TBatch> Dataset { get; }

    /// <summary>What chooses the examples of an epoch.</summary>
    public Sampler Sampler { get; }

    /// <summary>The number of batches in an epoch (PyTorch's <c>len(loader)</c>).</summary>
    public int Count => (Sampler.Count / _batchSize) + (!_dropLast && Sampler.Count % _batchSize != 0 ? 1 : 0);

    /// <summary>Begins an epoch.</summary>
    public IEnumerator<TBatch> GetEnumerator()
    {
        var order = DrawOrder();
        return _prefetch == 0 ? Batches(order) : new Prefetcher<TBatch>(order.Count(_batchSize, _dropLast), index => BatchOf(order, index), _prefetch, default);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>
    /// Begins an epoch for <c>await foreach</c>. Batches are always made in the background, one in advance if the loader does not say more.
    /// </summary>
    /// <param name="cancellationToken">Stops the epoch.</param>
    public IAsyncEnumerator<TBatch> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var order = DrawOrder();
        return new Prefetcher<TBatch>(order.Count(_batchSize, _dropLast), index => BatchOf(order, index), Math.Max(_prefetch, 1), cancellationToken);
    }

    /// <summary>
    /// The loader as an <see cref="IAsyncEnumerable{T}"/>, each enumeration of which is an epoch. The loader itself is none, as LINQ could
    /// not tell then which of its two forms is meant; <c>await foreach (var batch in loader)</c> needs no call.
    /// </summary>
    public IAsyncEnumerable<TBatch> AsAsyncEnumerable() => new Asynchronous(this);

    // Two epochs that begin at the same time must not share one order's random numbers.
    private EpochOrder DrawOrder()
    {
        lock (_gate)
            return new EpochOrder(Sampler.DrawOrder());
    }

    private IEnumerator<TBatch> Batches(EpochOrder order)
    {
        var count = order.Count(_batchSize, _dropLast);
        for (var i = 0; i < count; i++)
            yield return BatchOf(order, i);
    }

    private TBatch BatchOf(EpochOrder order, int index) => Dataset.Batch(order.Batch(index, _batchSize));

    private sealed class Asynchronous(DataLoader<TBatch> loader) : IAsyncEnumerable<TBatch>
    {
        public IAsyncEnumerator<TBatch> GetAsyncEnumerator(CancellationToken cancellationToken) => loader.GetAsyncEnumerator(cancellationToken);
    }
}
