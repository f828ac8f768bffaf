using System.Numerics;

namespace DslTensors;

/// <summary>The greatest element of each window of volumes (PyTorch's <c>nn.MaxPool3d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="kernelSize">The size of a window, or three for depth, height and width.</param>
/// <param name="stride">The distance between two windows; by default the size of one.</param>
/// <param name="padding">How far windows may begin before the input and end after it, at most half of their size; 0 by default.</param>
/// <param name="dilation">The distance between two elements of a window; 1 by default.</param>
/// <param name="ceilMode">Whether a last window may hang over the end.</param>
[Module]
public partial class MaxPool3d<T>(
    PerDimension kernelSize, PerDimension stride = default, PerDimension padding = default, PerDimension dilation = default,
    bool ceilMode = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The size of a window.</summary>
    public PerDimension KernelSize { get; } = kernelSize;

    /// <summary>The distance between two windows.</summary>
    public PerDimension Stride { get; } = stride.IsDefault ? kernelSize : stride;

    /// <summary>How far windows reach over the edges.</summary>
    public PerDimension Padding { get; } = padding.IsDefault ? 0 : padding;

    /// <summary>The distance between two elements of a window.</summary>
    public PerDimension Dilation { get; } = dilation.IsDefault ? 1 : dilation;

    /// <summary>Whether a last window may hang over the end.</summary>
    public bool CeilMode { get; } = ceilMode;

    /// <summary>The greatest elements, [b, c, ...].</summary>
    [return: Shape("b? c i j k")]
    public Tensor<T> Forward([Shape("b? c d h w")] Tensor<T> input) => input.MaxPool3d(KernelSize, Stride, Padding, Dilation, CeilMode);

    /// <summary>The greatest elements and their places in each channel (PyTorch's <c>return_indices=True</c>).</summary>
    public (Tensor<T> Values, Tensor<long> Indices) ForwardWithIndices([Shape("b? c d h w")] Tensor<T> input) =>
        input.MaxPool3dWithIndices(KernelSize, Stride, Padding, Dilation, CeilMode);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"kernel_size={PythonText.Of(KernelSize)}, stride={PythonText.Of(Stride)}, padding={PythonText.Of(Padding)}" +
        $", dilation={PythonText.Of(Dilation)}, ceil_mode={CeilMode}";
}

/// <summary>The greatest element of each window of volumes, for float tensors (PyTorch's <c>nn.MaxPool3d</c>).</summary>
/// <param name="kernelSize">The size of a window, or three for depth, height and width.</param>
/// <param name="stride">The distance between two windows; by default the size of one.</param>
/// <param name="padding">How far windows may begin before the input and end after it, at most half of their size; 0 by default.</param>
/// <param name="dilation">The distance between two elements of a window; 1 by default.</param>
/// <param name="ceilMode">Whether a last window may hang over the end.</param>
public class MaxPool3d(
    PerDimension kernelSize, PerDimension stride = default, PerDimension padding = default, PerDimension dilation = default,
    bool ceilMode = false)
    : MaxPool3d<float>(kernelSize, stride, padding, dilation, ceilMode);
