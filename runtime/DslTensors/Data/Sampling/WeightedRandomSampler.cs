namespace DslTensors;

/// <summary>Examples drawn with the probabilities of their weights, e.g. rare classes more often (PyTorch's <c>WeightedRandomSampler</c>).</summary>
public sealed class WeightedRandomSampler : Sampler
{
    private readonly double[] _weights;
    private readonly bool _replacement;
    private readonly RandomSource _source;

    /// <summary>Takes the weights.</summary>
    /// <param name="weights">For each example 0 or more, not all 0.</param>
    /// <param name="numSamples">How many examples an epoch has.</param>
    /// <param name="replacement">Whether an example may come more than once in an epoch.</param>
    /// <param name="seed">Fixes what is drawn; by default the default random numbers draw.</param>
    /// <exception cref="TensorException">A weight is negative or not finite, all are 0, or there are too few for the samples.</exception>
    public WeightedRandomSampler(IEnumerable<double> weights, int numSamples, bool replacement = true, long? seed = null)
    {
        _weights = [.. weights];
        if (numSamples <= 0)
            throw new TensorException($"num_samples should be a positive integer value, but got num_samples={numSamples}.");
        if (_weights.Any(weight => !(weight >= 0 && double.IsFinite(weight))) || !_weights.Any(weight => weight > 0))
            throw new TensorException("probability tensor contains either `inf`, `nan` or element < 0. Give weights of 0 or more, not all of them 0.");
        if (!replacement && numSamples > _weights.Count(weight => weight > 0))
            throw new TensorException($"cannot sample n_sample > prob_dist.size(-1) samples without replacement: {numSamples} of {_weights.Count(weight => weight > 0)} examples with a weight.");
        (Count, _replacement) = (numSamples, replacement);
        _source = seed is { } number ? new RandomSource(number) : RandomSource.Default;
    }

    /// <inheritdoc/>
    public override int Count { get; }

    /// <inheritdoc/>
    public override int[] DrawOrder()
    {
        if (_replacement)
        {
            var drawn = new long[Count];
            _source.FillMultinomial<double>(_weights, drawn);
            return Array.ConvertAll(drawn, index => (int)index);
        }

        // Weights divided by exponentially distributed numbers: the greatest are a sample without replacement.
        var keys = new double[_weights.Length];
        _source.FillExponential<double>(keys, 1);
        return [.. Enumerable.Range(0, keys.Length).OrderByDescending(i => _weights[i] / keys[i]).Take(Count)];
    }
}
