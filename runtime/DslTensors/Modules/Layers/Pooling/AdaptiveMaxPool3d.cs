using System.Numerics;

namespace DslTensors;

/// <summary>The greatest element of each of a given number of windows of volumes (PyTorch's <c>nn.AdaptiveMaxPool3d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="outputSize">The size of the result, or three for depth, height and width, of which <see langword="null"/> keeps the input's.</param>
[Module]
public partial class AdaptiveMaxPool3d<T>(PerDimension outputSize)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The size of the result.</summary>
    public PerDimension OutputSize { get; } = outputSize;

    /// <summary>Divides each channel into as many windows as there are results.</summary>
    [return: Shape("b? c i j k")]
    public Tensor<T> Forward([Shape("b? c d h w")] Tensor<T> input) => input.AdaptiveMaxPool3d(OutputSize);

    /// <summary>The greatest elements and their places in each channel (PyTorch's <c>return_indices=True</c>).</summary>
    public (Tensor<T> Values, Tensor<long> Indices) ForwardWithIndices([Shape("b? c d h w")] Tensor<T> input) => input.AdaptiveMaxPool3dWithIndices(OutputSize);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"output_size={PythonText.Of(OutputSize)}";
}

/// <summary>The greatest element of each of a given number of windows of volumes, for float tensors (PyTorch's <c>nn.AdaptiveMaxPool3d</c>).</summary>
/// <param name="outputSize">The size of the result, or three for depth, height and width, of which <see langword="null"/> keeps the input's.</param>
public class AdaptiveMaxPool3d(PerDimension outputSize) : AdaptiveMaxPool3d<float>(outputSize);
