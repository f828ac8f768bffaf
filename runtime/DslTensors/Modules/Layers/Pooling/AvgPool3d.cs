using System.Numerics;

namespace DslTensors;

/// <summary>The mean of each window of volumes (PyTorch's <c>nn.AvgPool3d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="kernelSize">The size of a window, or three for depth, height and width.</param>
/// <param name="stride">The distance between two windows; by default the size of one.</param>
/// <param name="padding">How far windows may begin before the input and end after it, at most half of their size; 0 by default.</param>
/// <param name="ceilMode">Whether a last window may hang over the end.</param>
/// <param name="countIncludePad">Whether padding counts in the mean.</param>
/// <param name="divisorOverride">What sums are divided by instead of the number of elements.</param>
[Module]
public partial class AvgPool3d<T>(
    PerDimension kernelSize, PerDimension stride = default, PerDimension padding = default, bool ceilMode = false, bool countIncludePad = true,
    int? divisorOverride = null)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The size of a window.</summary>
    public PerDimension KernelSize { get; } = kernelSize;

    /// <summary>The distance between two windows.</summary>
    public PerDimension Stride { get; } = stride.IsDefault ? kernelSize : stride;

    /// <summary>How far windows reach over the edges.</summary>
    public PerDimension Padding { get; } = padding.IsDefault ? 0 : padding;

    /// <summary>Whether a last window may hang over the end.</summary>
    public bool CeilMode { get; } = ceilMode;

    /// <summary>Whether padding counts in the mean.</summary>
    public bool CountIncludePad { get; } = countIncludePad;

    /// <summary>What sums are divided by instead of the number of elements.</summary>
    public int? DivisorOverride { get; } = divisorOverride;

    /// <summary>The means, [b, c, ...].</summary>
    [return: Shape("b? c i j k")]
    public Tensor<T> Forward([Shape("b? c d h w")] Tensor<T> input) => input.AvgPool3d(KernelSize, Stride, Padding, CeilMode, CountIncludePad, DivisorOverride);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"kernel_size={PythonText.Of(KernelSize)}, stride={PythonText.Of(Stride)}, padding={PythonText.Of(Padding)}";
}

/// <summary>The mean of each window of volumes, for float tensors (PyTorch's <c>nn.AvgPool3d</c>).</summary>
/// <param name="kernelSize">The size of a window, or three for depth, height and width.</param>
/// <param name="stride">The distance between two windows; by default the size of one.</param>
/// <param name="padding">How far windows may begin before the input and end after it, at most half of their size; 0 by default.</param>
/// <param name="ceilMode">Whether a last window may hang over the end.</param>
/// <param name="countIncludePad">Whether padding counts in the mean.</param>
/// <param name="divisorOverride">What sums are divided by instead of the number of elements.</param>
public class AvgPool3d(
    PerDimension kernelSize, PerDimension stride = default, PerDimension padding = default, bool ceilMode = false, bool countIncludePad = true,
    int? divisorOverride = null)
    : AvgPool3d<float>(kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride);
