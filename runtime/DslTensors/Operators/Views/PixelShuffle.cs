namespace DslTensors.Operators;

/// <summary>Channels laid out as pixels of a larger picture (PyTorch's <c>nn.functional.pixel_shuffle</c>).</summary>
/// <param name="input">Pictures, [..., c, h, w].</param>
/// <param name="upscaleFactor">How many times larger each side becomes.</param>
/// <returns>The pictures.</returns>
/// <exception cref="ShapeException">The sizes can't be divided.</exception>
[TensorOp("s... -> shuffle(s, upscaleFactor)")]
public static partial class PixelShuffle
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int upscaleFactor)
        where T : unmanaged
    {
        if (input.Rank < 3)
            throw new ShapeException($"pixel_shuffle expects input to have at least 3 dimensions, but got input with {input.Rank} dimension(s). The shape is {input.Shape}.");
        if (upscaleFactor <= 0)
            throw new ShapeException($"pixel_shuffle expects a positive upscale_factor, but got {upscaleFactor}. Give 1 or more.");
        if (input.Shape[-3] % (upscaleFactor * upscaleFactor) != 0)
            throw new ShapeException($"pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but input.size(-3)={input.Shape[-3]} is not divisible by {upscaleFactor * upscaleFactor}. The shape is {input.Shape}.");
        var c = input.Shape[-3] / (upscaleFactor * upscaleFactor);
        var (h, w) = (input.Shape[-2], input.Shape[-1]);
        return input.Reshape((int)Shape.Create(input.Shape.AsSpan()[..^3]).Count, c, upscaleFactor, upscaleFactor, h, w).Permute(0, 1, 4, 2, 5, 3).Reshape([.. input.Shape.AsSpan()[..^3], c, h * upscaleFactor, w * upscaleFactor]);
    }
}
