using System.Numerics;

namespace DslTensors;

/// <summary>Images from columns of windows, overlapping elements added (PyTorch's <c>nn.Fold</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="outputSize">The size of the images, or a pair for height and width.</param>
/// <param name="kernelSize">The size of a window, or a pair for height and width.</param>
/// <param name="dilation">The distance between two elements of a window; 1 by default.</param>
/// <param name="padding">How far windows begin before the image and end after it; 0 by default.</param>
/// <param name="stride">The distance between two windows; 1 by default.</param>
[Module]
public partial class Fold<T>(
    PerDimension outputSize, PerDimension kernelSize, PerDimension dilation = default, PerDimension padding = default, PerDimension stride = default)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The size of the images.</summary>
    public PerDimension OutputSize { get; } = outputSize;

    /// <summary>The size of a window.</summary>
    public PerDimension KernelSize { get; } = kernelSize;

    /// <summary>The distance between two elements of a window.</summary>
    public PerDimension Dilation { get; } = dilation.IsDefault ? 1 : dilation;

    /// <summary>How far windows begin before the image and end after it.</summary>
    public PerDimension Padding { get; } = padding.IsDefault ? 0 : padding;

    /// <summary>The distance between two windows.</summary>
    public PerDimension Stride { get; } = stride.IsDefault ? 1 : stride;

    /// <summary>The images, [b, c, h, w].</summary>
    [return: Shape("b? c h w")]
    public Tensor<T> Forward([Shape("b? n m")] Tensor<T> input) => input.Fold(OutputSize, KernelSize, Dilation, Padding, Stride);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"output_size={PythonText.Of(OutputSize)}, kernel_size={PythonText.Of(KernelSize)}" +
        $", dilation={PythonText.Of(Dilation)}, padding={PythonText.Of(Padding)}, stride={PythonText.Of(Stride)}";
}

/// <summary>Images from columns of windows, overlapping elements added, for float tensors (PyTorch's <c>nn.Fold</c>).</summary>
/// <param name="outputSize">The size of the images, or a pair for height and width.</param>
/// <param name="kernelSize">The size of a window, or a pair for height and width.</param>
/// <param name="dilation">The distance between two elements of a window; 1 by default.</param>
/// <param name="padding">How far windows begin before the image and end after it; 0 by default.</param>
/// <param name="stride">The distance between two windows; 1 by default.</param>
public class Fold(
    PerDimension outputSize, PerDimension kernelSize, PerDimension dilation = default, PerDimension padding = default, PerDimension stride = default)
    : Fold<float>(outputSize, kernelSize, dilation, padding, stride);
