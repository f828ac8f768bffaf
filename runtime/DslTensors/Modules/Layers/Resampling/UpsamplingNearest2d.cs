using System.Numerics;

namespace DslTensors;

/// <summary>Images in another size, each pixel that of the nearest place (PyTorch's <c>nn.UpsamplingNearest2d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="size">The spatial sizes of the result.</param>
/// <param name="scaleFactor">Instead of them, by how much the sizes grow.</param>
[Module]
public partial class UpsamplingNearest2d<T>(PerDimension? size = null, ScaleFactor? scaleFactor = null)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The height and width of the result, if they are given.</summary>
    public PerDimension? Size { get; } = size;

    /// <summary>By how much height and width grow, if that is given.</summary>
    public ScaleFactor? ScaleFactor { get; } = scaleFactor;

    /// <summary>The images in the other size.</summary>
    [return: Shape("b c i j")]
    public Tensor<T> Forward([Shape("b c h w")] Tensor<T> input) => input.Interpolate(Size, ScaleFactor);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        (ScaleFactor is { } factors ? $"scale_factor={PythonText.Factors(factors)}" : $"size={(Size is { } sizes ? PythonText.Of(sizes) : "None")}") + ", mode=nearest";
}

/// <summary>Images in another size, each pixel that of the nearest place, for float tensors (PyTorch's <c>nn.UpsamplingNearest2d</c>).</summary>
/// <param name="size">The spatial sizes of the result.</param>
/// <param name="scaleFactor">Instead of them, by how much the sizes grow.</param>
public class UpsamplingNearest2d(PerDimension? size = null, ScaleFactor? scaleFactor = null) : UpsamplingNearest2d<float>(size, scaleFactor);
