using System.Numerics;

namespace DslTensors;

/// <summary>The greatest element of each of a given number of windows of images (PyTorch's <c>nn.AdaptiveMaxPool2d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="outputSize">The size of the result, or a pair for height and width, of which <see langword="null"/> keeps the input's.</param>
[Module]
public partial class AdaptiveMaxPool2d<T>(PerDimension outputSize)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The size of the result.</summary>
    public PerDimension OutputSize { get; } = outputSize;

    /// <summary>Divides each channel into as many windows as there are results.</summary>
    [return: Shape("adapt(b? c, h w, outputSize)")]
    public Tensor<T> Forward([Shape("b? c h w")] Tensor<T> input) => input.AdaptiveMaxPool2d(OutputSize);

    /// <summary>The greatest elements and their places in each channel (PyTorch's <c>return_indices=True</c>).</summary>
    public (Tensor<T> Values, Tensor<long> Indices) ForwardWithIndices([Shape("b? c h w")] Tensor<T> input) => input.AdaptiveMaxPool2dWithIndices(OutputSize);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"output_size={PythonText.Of(OutputSize)}";
}

/// <summary>The greatest element of each of a given number of windows of images, for float tensors (PyTorch's <c>nn.AdaptiveMaxPool2d</c>).</summary>
/// <param name="outputSize">The size of the result, or a pair for height and width, of which <see langword="null"/> keeps the input's.</param>
public class AdaptiveMaxPool2d(PerDimension outputSize) : AdaptiveMaxPool2d<float>(outputSize);
