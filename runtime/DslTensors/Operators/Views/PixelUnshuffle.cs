namespace DslTensors.Operators;

/// <summary>Pixels laid out as channels of a smaller picture (PyTorch's <c>nn.functional.pixel_unshuffle</c>).</summary>
/// <param name="input">Pictures, [..., c, h, w].</param>
/// <param name="downscaleFactor">How many times smaller each side becomes.</param>
/// <returns>The pictures.</returns>
/// <exception cref="ShapeException">The sizes can't be divided.</exception>
[TensorOp("s... -> unshuffle(s, downscaleFactor)")]
public static partial class PixelUnshuffle
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int downscaleFactor)
        where T : unmanaged
    {
        if (input.Rank < 3)
            throw new ShapeException($"pixel_unshuffle expects input to have at least 3 dimensions, but got input with {input.Rank} dimension(s). The shape is {input.Shape}.");
        if (downscaleFactor <= 0)
            throw new ShapeException($"pixel_unshuffle expects a positive downscale_factor, but got {downscaleFactor}. Give 1 or more.");
        if (input.Shape[-2] % downscaleFactor != 0)
            throw new ShapeException($"pixel_unshuffle expects height to be divisible by downscale_factor, but input.size(-2)={input.Shape[-2]} is not divisible by {downscaleFactor}. The shape is {input.Shape}.");
        if (input.Shape[-1] % downscaleFactor != 0)
            throw new ShapeException($"pixel_unshuffle expects width to be divisible by downscale_factor, but input.size(-1)={input.Shape[-1]} is not divisible by {downscaleFactor}. The shape is {input.Shape}.");
        var (c, h, w) = (input.Shape[-3], input.Shape[-2] / downscaleFactor, input.Shape[-1] / downscaleFactor);
        return input.Reshape((int)Shape.Create(input.Shape.AsSpan()[..^3]).Count, c, h, downscaleFactor, w, downscaleFactor).Permute(0, 1, 3, 5, 2, 4).Reshape([.. input.Shape.AsSpan()[..^3], c * downscaleFactor * downscaleFactor, h, w]);
    }
}
