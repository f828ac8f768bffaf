using System.Numerics;

namespace DslTensors;

/// <summary>The mean of each of a given number of windows of images (PyTorch's <c>nn.AdaptiveAvgPool2d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="outputSize">The size of the result, or a pair for height and width, of which <see langword="null"/> keeps the input's.</param>
[Module]
public partial class AdaptiveAvgPool2d<T>(PerDimension outputSize)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The size of the result.</summary>
    public PerDimension OutputSize { get; } = outputSize;

    /// <summary>Divides each channel into as many windows as there are results.</summary>
    [return: Shape("adapt(b? c, h w, outputSize)")]
    public Tensor<T> Forward([Shape("b? c h w")] Tensor<T> input) => input.AdaptiveAvgPool2d(OutputSize);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"output_size={PythonText.Of(OutputSize)}";
}

/// <summary>The mean of each of a given number of windows of images, for float tensors (PyTorch's <c>nn.AdaptiveAvgPool2d</c>).</summary>
/// <param name="outputSize">The size of the result, or a pair for height and width, of which <see langword="null"/> keeps the input's.</param>
public class AdaptiveAvgPool2d(PerDimension outputSize) : AdaptiveAvgPool2d<float>(outputSize);
