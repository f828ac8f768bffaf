namespace DslTensors;

/// <summary>
/// Examples that come in batches (PyTorch's <c>torch.utils.data.Dataset</c> with its collate function). <see cref="Dataset"/> makes them of
/// tensors and lists; one of one's own overrides <see cref="Count"/> and <see cref="Batch"/>.
/// </summary>
/// <typeparam name="TBatch">What a batch is, e.g. <c>(Tensor&lt;float&gt; Images, Tensor&lt;long&gt; Labels)</c>.</typeparam>
public abstract class Dataset<TBatch>
{
    /// <summary>The number of examples.</summary>
    public abstract int Count { get; }

    /// <summary>Some examples together.</summary>
    /// <param name="indices">Which, each from 0 to <see cref="Count"/> - 1, in the order that they have in the batch.</param>
    public abstract TBatch Batch(ReadOnlySpan<int> indices);

    /// <summary>Some of the examples as a dataset (PyTorch's <c>Subset</c>).</summary>
    /// <param name="indices">Which.</param>
    /// <exception cref="DimensionException">There is no such example.</exception>
    public Dataset<TBatch> Subset(IEnumerable<int> indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        int[] chosen = [.. indices];
        if (Array.FindIndex(chosen, index => index < 0 || index >= Count) is >= 0 and var wrong)
            throw new DimensionException($"index {chosen[wrong]} is out of range for a dataset with {Count} examples.");
        return new SubsetDataset<TBatch>(this, chosen);
    }

    /// <summary>All examples in parts, drawn at random (PyTorch's <c>random_split</c>).</summary>
    /// <param name="lengths">The number of examples in each part.</param>
    /// <param name="seed">Fixes what is drawn, as a generator of that seed does in PyTorch; by default the default random numbers draw.</param>
    /// <exception cref="TensorException">The numbers don't add up to all examples.</exception>
    public Dataset<TBatch>[] RandomSplit(ReadOnlySpan<int> lengths, long? seed = null)
    {
        var sum = 0L;
        foreach (var length in lengths)
            sum += length >= 0 ? length : throw new TensorException($"A part of {length} examples was asked for; 0 or more are possible.");
        if (sum != Count)
            throw new TensorException($"Sum of input lengths does not equal the length of the input dataset! The lengths add up to {sum}, and the dataset has {Count} examples.");
        var order = new int[Count];
        (seed is { } number ? new RandomSource(number) : RandomSource.Default).FillRandperm<int>(order);
        var parts = new Dataset<TBatch>[lengths.Length];
        var start = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = new SubsetDataset<TBatch>(this, order[start..(start + lengths[i])]);
            start += lengths[i];
        }

        return parts;
    }

    /// <inheritdoc cref="RandomSplit(ReadOnlySpan{int}, long?)"/>
    /// <param name="fractions">The share of each part; what is left by rounding down goes to the first parts.</param>
    /// <param name="seed">Fixes what is drawn.</param>
    /// <exception cref="TensorException">The shares don't add up to 1.</exception>
    public Dataset<TBatch>[] RandomSplit(ReadOnlySpan<double> fractions, long? seed = null)
    {
        var lengths = new int[fractions.Length];
        var (sum, left) = (0.0, Count);
        for (var i = 0; i < lengths.Length; i++)
        {
            if (!(fractions[i] is >= 0 and <= 1))
                throw new TensorException($"Fraction at index {i} is not between 0 and 1: it is {OptimizerOption.Format(fractions[i])}.");
            sum += fractions[i];
            lengths[i] = (int)Math.Floor(Count * fractions[i]);
            left -= lengths[i];
        }

        if (Math.Abs(sum - 1) > 1e-6)
            throw new TensorException($"The fractions of a split add up to {OptimizerOption.Format(sum)}, not 1.");
        for (var i = 0; left > 0; i++, left--)
            lengths[i % lengths.Length]++;
        return RandomSplit(lengths, seed);
    }
}
