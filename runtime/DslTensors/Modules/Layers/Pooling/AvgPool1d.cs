using System.Numerics;

namespace DslTensors;

/// <summary>The mean of each window of sequences (PyTorch's <c>nn.AvgPool1d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="kernelSize">The size of a window.</param>
/// <param name="stride">The distance between two windows; by default the size of one.</param>
/// <param name="padding">How far windows may begin before the input and end after it, at most half of their size; 0 by default.</param>
/// <param name="ceilMode">Whether a last window may hang over the end.</param>
/// <param name="countIncludePad">Whether padding counts in the mean.</param>
[Module]
public partial class AvgPool1d<T>(
    PerDimension kernelSize, PerDimension stride = default, PerDimension padding = default, bool ceilMode = false, bool countIncludePad = true)
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

    /// <summary>The means, [b, c, ...].</summary>
    [return: Shape("pool(b? c, l, kernelSize, stride, padding, ceilMode)")]
    public Tensor<T> Forward([Shape("b? c l")] Tensor<T> input) => input.AvgPool1d(KernelSize, Stride, Padding, CeilMode, CountIncludePad);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"kernel_size={PythonText.Tuple(KernelSize)}, stride={PythonText.Tuple(Stride)}, padding={PythonText.Tuple(Padding)}";
}

/// <summary>The mean of each window of sequences, for float tensors (PyTorch's <c>nn.AvgPool1d</c>).</summary>
/// <param name="kernelSize">The size of a window.</param>
/// <param name="stride">The distance between two windows; by default the size of one.</param>
/// <param name="padding">How far windows may begin before the input and end after it, at most half of their size; 0 by default.</param>
/// <param name="ceilMode">Whether a last window may hang over the end.</param>
/// <param name="countIncludePad">Whether padding counts in the mean.</param>
public class AvgPool1d(
    PerDimension kernelSize, PerDimension stride = default, PerDimension padding = default, bool ceilMode = false, bool countIncludePad = true)
    : AvgPool1d<float>(kernelSize, stride, padding, ceilMode, countIncludePad);
