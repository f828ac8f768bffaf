namespace DslTensors;

/// <summary>Takes channels from each group in turn (PyTorch's <c>nn.ChannelShuffle</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="groups">The number of groups.</param>
[Module]
public partial class ChannelShuffle<T>(int groups)
    where T : unmanaged
{
    /// <summary>The number of groups.</summary>
    public int Groups { get; } = groups;

    /// <summary>[b, c, ...] in the new order of channels.</summary>
    [return: Shape("b c s...")]
    public Tensor<T> Forward([Shape("b c s...")] Tensor<T> input) => input.ChannelShuffle(Groups);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"groups={Groups}";
}

/// <summary>Takes channels from each group in turn, for float tensors (PyTorch's <c>nn.ChannelShuffle</c>).</summary>
/// <param name="groups">The number of groups.</param>
public class ChannelShuffle(int groups) : ChannelShuffle<float>(groups);
