namespace DslTensors;

/// <summary>Spreads channels over larger images (PyTorch's <c>nn.PixelShuffle</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="upscaleFactor">How many times larger height and width become.</param>
[Module]
public partial class PixelShuffle<T>(int upscaleFactor)
    where T : unmanaged
{
    /// <summary>How many times larger height and width become.</summary>
    public int UpscaleFactor { get; } = upscaleFactor;

    /// <summary>[..., c r r, h, w] becomes [..., c, h r, w r].</summary>
    [return: Shape("... d i j")]
    public Tensor<T> Forward([Shape("... c h w")] Tensor<T> input) => input.PixelShuffle(UpscaleFactor);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"upscale_factor={UpscaleFactor}";
}

/// <summary>Spreads channels over larger images, for float tensors (PyTorch's <c>nn.PixelShuffle</c>).</summary>
/// <param name="upscaleFactor">How many times larger height and width become.</param>
public class PixelShuffle(int upscaleFactor) : PixelShuffle<float>(upscaleFactor);
