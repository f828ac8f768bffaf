namespace DslTensors.Cpu;

/// <summary>The offset of each channel that a convolution adds.</summary>
internal static class ChannelBias
{
    /// <summary>The offsets one after the other; null for none.</summary>
    public static T[]? Dense<T>(TensorView<T>? bias)
        where T : unmanaged => bias is { } given ? given.Dense().Span.ToArray() : null;

    /// <summary>Fills images [b, c, ...] with the offsets alone, or with zeros.</summary>
    public static void Fill<T>(TensorView<T> images, TensorView<T>? bias)
        where T : unmanaged
    {
        var offsets = Dense(bias);
        var size = images.Count / Math.Max(1, images.Sizes[0] * images.Sizes[1]);
        for (var plane = 0; size > 0 && plane < images.Sizes[0] * images.Sizes[1]; plane++)
            images.Span.Slice(plane * size, size).Fill(offsets is null ? default : offsets[plane % images.Sizes[1]]);
    }
}
