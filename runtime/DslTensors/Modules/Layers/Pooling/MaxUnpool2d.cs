using System.Numerics;

namespace DslTensors;

/// <summary>The elements of images that a maximum pooling found, back at their places among zeros (PyTorch's <c>nn.MaxUnpool2d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="kernelSize">The size of a window, or a pair for height and width.</param>
/// <param name="stride">The distance between two windows; by default the size of one.</param>
/// <param name="padding">How far windows began before the input; 0 by default.</param>
[Module]
public partial class MaxUnpool2d<T>(PerDimension kernelSize, PerDimension stride = default, PerDimension padding = default)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The size of a window of the pooling.</summary>
    public PerDimension KernelSize { get; } = kernelSize.For(2, "kernel_size", []);

    /// <summary>The distance between two windows.</summary>
    public PerDimension Stride { get; } = (stride.IsDefault ? kernelSize : stride).For(2, "stride", []);

    /// <summary>How far windows began before the input.</summary>
    public PerDimension Padding { get; } = padding.For(2, "padding", [0, 0]);

    /// <summary>Puts back what <c>MaxPool2d.ForwardWithIndices</c> found.</summary>
    [return: Shape("b? c i j")]
    public Tensor<T> Forward([Shape("b? c h w")] Tensor<T> input, [Shape("b? c h w")] Tensor<long> indices) => input.MaxUnpool2d(indices, KernelSize, Stride, Padding);

    /// <summary>Puts back what <c>MaxPool2d.ForwardWithIndices</c> found, in the sizes that its input had.</summary>
    [return: Shape("b? c i j")]
    public Tensor<T> Forward([Shape("b? c h w")] Tensor<T> input, [Shape("b? c h w")] Tensor<long> indices, int[] outputSize) =>
        input.MaxUnpool2d(indices, KernelSize, Stride, Padding, outputSize);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"kernel_size={PythonText.Tuple(KernelSize)}, stride={PythonText.Tuple(Stride)}, padding={PythonText.Tuple(Padding)}";
}

/// <summary>
/// The elements of images that a maximum pooling found, back at their places among zeros, for float tensors (PyTorch's <c>nn.MaxUnpool2d</c>).
/// </summary>
/// <param name="kernelSize">The size of a window, or a pair for height and width.</param>
/// <param name="stride">The distance between two windows; by default the size of one.</param>
/// <param name="padding">How far windows began before the input; 0 by default.</param>
public class MaxUnpool2d(PerDimension kernelSize, PerDimension stride = default, PerDimension padding = default)
    : MaxUnpool2d<float>(kernelSize, stride, padding);
