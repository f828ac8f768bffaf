using System.Numerics;

namespace DslTensors;

/// <summary>The mean of each of a given number of windows of sequences (PyTorch's <c>nn.AdaptiveAvgPool1d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="outputSize">The size of the result.</param>
[Module]
public partial class AdaptiveAvgPool1d<T>(PerDimension outputSize)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The size of the result.</summary>
    public PerDimension OutputSize { get; } = outputSize;

    /// <summary>Divides each channel into as many windows as there are results.</summary>
    [return: Shape("adapt(b? c, l, outputSize)")]
    public Tensor<T> Forward([Shape("b? c l")] Tensor<T> input) => input.AdaptiveAvgPool1d(OutputSize);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"output_size={PythonText.Of(OutputSize)}";
}

/// <summary>The mean of each of a given number of windows of sequences, for float tensors (PyTorch's <c>nn.AdaptiveAvgPool1d</c>).</summary>
/// <param name="outputSize">The size of the result.</param>
public class AdaptiveAvgPool1d(PerDimension outputSize) : AdaptiveAvgPool1d<float>(outputSize);
