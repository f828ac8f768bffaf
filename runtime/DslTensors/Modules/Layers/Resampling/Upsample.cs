using System.Numerics;

namespace DslTensors;

/// <summary>Images, lines or volumes in another size (PyTorch's <c>nn.Upsample</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="size">The spatial sizes of the result.</param>
/// <param name="scaleFactor">Instead of them, by how much the sizes grow.</param>
/// <param name="mode"><c>"nearest"</c>, <c>"nearest-exact"</c>, <c>"linear"</c> (of lines), <c>"bilinear"</c> (of images), <c>"trilinear"</c> (of volumes), <c>"bicubic"</c> (of images) or <c>"area"</c>.</param>
/// <param name="alignCorners">Whether the centres of the corner pixels stay where they are; not for "nearest" and "area".</param>
/// <param name="recomputeScaleFactor">Whether the factor is that of the sizes, which are rounded down, instead of <paramref name="scaleFactor"/>.</param>
[Module]
public partial class Upsample<T>(
    PerDimension? size = null, ScaleFactor? scaleFactor = null, string mode = "nearest", bool? alignCorners = null, bool? recomputeScaleFactor = null)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The spatial sizes of the result, if they are given.</summary>
    public PerDimension? Size { get; } = size;

    /// <summary>By how much the sizes grow, if that is given.</summary>
    public ScaleFactor? ScaleFactor { get; } = scaleFactor;

    /// <summary>How elements between others come about.</summary>
    public string Mode { get; } = mode;

    /// <summary>Whether the centres of the corner pixels stay where they are.</summary>
    public bool? AlignCorners { get; } = alignCorners;

    /// <summary>Whether the factor is that of the sizes.</summary>
    public bool? RecomputeScaleFactor { get; } = recomputeScaleFactor;

    /// <summary>The images [b, c, ...] in the other size.</summary>
    [return: Shape("b c t...")]
    public Tensor<T> Forward([Shape("b c s...")] Tensor<T> input) => input.Interpolate(Size, ScaleFactor, Mode, AlignCorners, RecomputeScaleFactor);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        (ScaleFactor is { } factors ? $"scale_factor={PythonText.Factors(factors)}" : $"size={(Size is { } sizes ? PythonText.Of(sizes) : "None")}") + $", mode={Mode}";
}

/// <summary>Images, lines or volumes in another size, for float tensors (PyTorch's <c>nn.Upsample</c>).</summary>
/// <param name="size">The spatial sizes of the result.</param>
/// <param name="scaleFactor">Instead of them, by how much the sizes grow.</param>
/// <param name="mode"><c>"nearest"</c>, <c>"nearest-exact"</c>, <c>"linear"</c> (of lines), <c>"bilinear"</c> (of images), <c>"trilinear"</c> (of volumes), <c>"bicubic"</c> (of images) or <c>"area"</c>.</param>
/// <param name="alignCorners">Whether the centres of the corner pixels stay where they are; not for "nearest" and "area".</param>
/// <param name="recomputeScaleFactor">Whether the factor is that of the sizes, which are rounded down, instead of <paramref name="scaleFactor"/>.</param>
public class Upsample(
    PerDimension? size = null, ScaleFactor? scaleFactor = null, string mode = "nearest", bool? alignCorners = null, bool? recomputeScaleFactor = null)
    : Upsample<float>(size, scaleFactor, mode, alignCorners, recomputeScaleFactor);
