using System.Numerics;

namespace DslTensors;

/// <summary>Images in another size, corners aligned, by two linear interpolations (PyTorch's <c>nn.UpsamplingBilinear2d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="size">The spatial sizes of the result.</param>
/// <param name="scaleFactor">Instead of them, by how much the sizes grow.</param>
[Module]
public partial class UpsamplingBilinear2d<T>(PerDimension? size = null, ScaleFactor? scaleFactor = null)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The height and width of the result, if they are given.</summary>
    public PerDimension? Size { get; } = size;

    /// <summary>By how much height and width grow, if that is given.</summary>
    public ScaleFactor? ScaleFactor { get; } = scaleFactor;

    /// <summary>The images in the other size.</summary>
    [return: Shape("b c i j")]
    public Tensor<T> Forward([Shape("b c h w")] Tensor<T> input) => input.Interpolate(Size, ScaleFactor, "bilinear", true);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        (ScaleFactor is { } factors ? $"scale_factor={PythonText.Factors(factors)}" : $"size={(Size is { } sizes ? PythonText.Of(sizes) : "None")}") + ", mode=bilinear";
}

/// <summary>Images in another size, corners aligned, by two linear interpolations, for float tensors (PyTorch's <c>nn.UpsamplingBilinear2d</c>).</summary>
/// <param name="size">The spatial sizes of the result.</param>
/// <param name="scaleFactor">Instead of them, by how much the sizes grow.</param>
public class UpsamplingBilinear2d(PerDimension? size = null, ScaleFactor? scaleFactor = null) : UpsamplingBilinear2d<float>(size, scaleFactor);
