using System.Numerics;

namespace DslTensors;

/// <summary>The elements of lines that a maximum pooling found, back at their places among zeros (PyTorch's <c>nn.MaxUnpool1d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="kernelSize">The size of a window.</param>
/// <param name="stride">The distance between two windows; by default the size of one.</param>
/// <param name="padding">How far windows began before the input; 0 by default.</param>
[Module]
public partial class MaxUnpool1d<T>(PerDimension kernelSize, PerDimension stride = default, PerDimension padding = default)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The size of a window of the pooling.</summary>
    public PerDimension KernelSize { get; } = kernelSize.For(1, "kernel_size", []);

    /// <summary>The distance between two windows.</summary>
    public PerDimension Stride { get; } = (stride.IsDefault ? kernelSize : stride).For(1, "stride", []);

    /// <summary>How far windows began before the input.</summary>
    public PerDimension Padding { get; } = padding.For(1, "padding", [0]);

    /// <summary>Puts back what <c>MaxPool1d.ForwardWithIndices</c> found.</summary>
    [return: Shape("b? c m")]
    public Tensor<T> Forward([Shape("b? c l")] Tensor<T> input, [Shape("b? c l")] Tensor<long> indices) => input.MaxUnpool1d(indices, KernelSize, Stride, Padding);

    /// <summary>Puts back what <c>MaxPool1d.ForwardWithIndices</c> found, in the sizes that its input had.</summary>
    [return: Shape("b? c m")]
    public Tensor<T> Forward([Shape("b? c l")] Tensor<T> input, [Shape("b? c l")] Tensor<long> indices, int[] outputSize) =>
        input.MaxUnpool1d(indices, KernelSize, Stride, Padding, outputSize);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"kernel_size={PythonText.Tuple(KernelSize)}, stride={PythonText.Tuple(Stride)}, padding={PythonText.Tuple(Padding)}";
}

/// <summary>
/// The elements of lines that a maximum pooling found, back at their places among zeros, for float tensors (PyTorch's <c>nn.MaxUnpool1d</c>).
/// </summary>
/// <param name="kernelSize">The size of a window.</param>
/// <param name="stride">The distance between two windows; by default the size of one.</param>
/// <param name="padding">How far windows began before the input; 0 by default.</param>
public class MaxUnpool1d(PerDimension kernelSize, PerDimension stride = default, PerDimension padding = default)
    : MaxUnpool1d<float>(kernelSize, stride, padding);
