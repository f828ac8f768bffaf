namespace DslTensors;

/// <summary>Makes loaders.</summary>
public static class DataLoader
{
    /// <summary>Batches of a dataset, epoch after epoch: each <c>foreach</c> is one (PyTorch's <c>torch.utils.data.DataLoader</c>).</summary>
    /// <typeparam name="TBatch">What a batch is.</typeparam>
    /// <param name="dataset">The examples.</param>
    /// <param name="batchSize">How many are in a batch.</param>
    /// <param name="shuffle">Whether each epoch has an order of its own.</param>
    /// <param name="seed">
    /// Fixes the orders, whatever else draws random numbers and however threads run. They are those of PyTorch's loader with a generator of
    /// this seed, as long as each epoch there runs to its end. By default the default random numbers choose, also as in PyTorch.
    /// </param>
    /// <param name="dropLast">Whether to leave out the last batch if it is smaller.</param>
    /// <param name="prefetch">How many batches another thread makes in advance; 0 makes each one when it is asked for.</param>
    /// <exception cref="TensorException">A number is out of range.</exception>
    public static DataLoader<TBatch> Of<TBatch>(
        Dataset<TBatch> dataset, int batchSize = 1, bool shuffle = false, long? seed = null, bool dropLast = false, int prefetch = 0)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return new(dataset, shuffle ? new RandomSampler(dataset.Count, seed) : new SequentialSampler(dataset.Count), batchSize, dropLast, prefetch);
    }

    /// <summary>Batches of a dataset in the order of a sampler.</summary>
    /// <typeparam name="TBatch">What a batch is.</typeparam>
    /// <param name="dataset">The examples.</param>
    /// <param name="sampler">Chooses the examples of an epoch.</param>
    /// <param name="batchSize">How many are in a batch.</param>
    /// <param name="dropLast">Whether to leave out the last batch if it is smaller.</param>
    /// <param name="prefetch">How many batches another thread makes in advance; 0 makes each one when it is asked for.</param>
    /// <exception cref="TensorException">A number is out of range.</exception>
    public static DataLoader<TBatch> Of<TBatch>(Dataset<TBatch> dataset, Sampler sampler, int batchSize = 1, bool dropLast = false, int prefetch = 0)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(sampler);
        return new(dataset, sampler, batchSize, dropLast, prefetch);
    }
}
