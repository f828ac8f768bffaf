namespace DslTensors.Operators;

/// <summary>Channels taken from each group in turn (PyTorch's <c>channel_shuffle</c>).</summary>
/// <param name="input">The tensor, [b, c, ...].</param>
/// <param name="groups">The number of groups that the channels are divided into.</param>
/// <returns>The tensor with its channels in the new order.</returns>
/// <exception cref="ShapeException">The rank is wrong, or the channels can't be divided.</exception>
[TensorOp("s... -> s...")]
public static partial class ChannelShuffle
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int groups)
        where T : unmanaged
    {
        if (input.Rank < 3)
            throw new ShapeException($"channel_shuffle expects input with > 2 dims, but got input with sizes {input.Shape}. Bring it to [batch, channels, ...].");
        if (groups < 1)
            throw new ShapeException($"Number of groups to divide channels in must be positive. Value of groups:{groups}. Give 1 or more.");
        if (input.Shape[1] % groups != 0)
            throw new ShapeException($"Number of channels must be divisible by groups. Got {input.Shape[1]} channels and {groups} groups. The shape is {input.Shape}.");
        int[] rest = [.. input.Shape.AsSpan()[2..]];
        return input.Reshape([input.Shape[0], groups, input.Shape[1] / groups, .. rest]).Transpose(1, 2).Reshape(input.Shape.ToArray());
    }
}
