using System.Numerics;

namespace DslTensors;

/// <summary>The mean of each of a given number of windows of volumes (PyTorch's <c>nn.AdaptiveAvgPool3d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="outputSize">The size of the result, or three for depth, height and width, of which <see langword="null"/> keeps the input's.</param>
[Module]
public partial class AdaptiveAvgPool3d<T>(PerDimension outputSize)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The size of the result.</summary>
    public PerDimension OutputSize { get; } = outputSize;

    /// <summary>Divides each channel into as many windows as there are results.</summary>
    [return: Shape("b? c i j k")]
    public Tensor<T> Forward([Shape("b? c d h w")] Tensor<T> input) => input.AdaptiveAvgPool3d(OutputSize);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"output_size={PythonText.Of(OutputSize)}";
}

/// <summary>The mean of each of a given number of windows of volumes, for float tensors (PyTorch's <c>nn.AdaptiveAvgPool3d</c>).</summary>
/// <param name="outputSize">The size of the result, or three for depth, height and width, of which <see langword="null"/> keeps the input's.</param>
public class AdaptiveAvgPool3d(PerDimension outputSize) : AdaptiveAvgPool3d<float>(outputSize);
