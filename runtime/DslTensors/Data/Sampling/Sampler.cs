namespace DslTensors;

/// <summary>Chooses the examples of each epoch (PyTorch's <c>torch.utils.data.Sampler</c>).</summary>
public abstract class Sampler
{
    /// <summary>The number of examples in an epoch.</summary>
    public abstract int Count { get; }

    /// <summary>The examples of the next epoch, in order.</summary>
    /// <returns>Their indices, <see cref="Count"/> of them.</returns>
    public abstract int[] DrawOrder();
}
