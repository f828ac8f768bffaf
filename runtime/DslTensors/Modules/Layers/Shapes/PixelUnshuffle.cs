namespace DslTensors;

/// <summary>Gathers blocks of images into channels (PyTorch's <c>nn.PixelUnshuffle</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="downscaleFactor">How many times smaller height and width become.</param>
[Module]
public partial class PixelUnshuffle<T>(int downscaleFactor)
    where T : unmanaged
{
    /// <summary>How many times smaller height and width become.</summary>
    public int DownscaleFactor { get; } = downscaleFactor;

    /// <summary>[..., c, h r, w r] becomes [..., c r r, h, w].</summary>
    [return: Shape("... d i j")]
    public Tensor<T> Forward([Shape("... c h w")] Tensor<T> input) => input.PixelUnshuffle(DownscaleFactor);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"downscale_factor={DownscaleFactor}";
}

/// <summary>Gathers blocks of images into channels, for float tensors (PyTorch's <c>nn.PixelUnshuffle</c>).</summary>
/// <param name="downscaleFactor">How many times smaller height and width become.</param>
public class PixelUnshuffle(int downscaleFactor) : PixelUnshuffle<float>(downscaleFactor);
