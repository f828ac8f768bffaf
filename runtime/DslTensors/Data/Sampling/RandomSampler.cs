namespace DslTensors;

/// <summary>All examples in an order of their own in each epoch (PyTorch's <c>RandomSampler</c> in a loader).</summary>
/// <param name="count">The number of examples.</param>
/// <param name="seed">Fixes the orders; by default the default random numbers choose.</param>
public sealed class RandomSampler(int count, long? seed = null) : Sampler
{
    private readonly RandomSource? _own = seed is { } number ? new RandomSource(number) : null;

    /// <inheritdoc/>
    public override int Count => count;

    /// <inheritdoc/>
    public override int[] DrawOrder()
    {
        // PyTorch's loader draws a number for its workers first, and permutes twice, the second time for nothing.
        var source = _own;
        if (source is null)
        {
            RandomSource.Default.Random64();
            source = new RandomSource((long)(RandomSource.Default.Random64() & long.MaxValue));
        }
        else
        {
            source.Random64();
        }

        var order = new int[count];
        source.FillRandperm<int>(order);
        source.FillRandperm<int>(new int[count]);
        return order;
    }
}
