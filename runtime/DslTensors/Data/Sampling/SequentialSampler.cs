namespace DslTensors;

/// <summary>All examples in order (PyTorch's <c>SequentialSampler</c>).</summary>
/// <param name="count">The number of examples.</param>
public sealed class SequentialSampler(int count) : Sampler
{
    /// <inheritdoc/>
    public override int Count => count;

    /// <inheritdoc/>
    public override int[] DrawOrder() => [.. Enumerable.Range(0, count)];
}
