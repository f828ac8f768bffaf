using System.Numerics;

namespace DslTensors;

/// <summary>The norm of each window of lines (PyTorch's <c>nn.LPPool1d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="normType">The order of the norm.</param>
/// <param name="kernelSize">The size of a window.</param>
/// <param name="stride">The distance between two windows; by default the size of one.</param>
/// <param name="ceilMode">Whether a last window may hang over the end.</param>
[Module]
public partial class LpPool1d<T>(double normType, PerDimension kernelSize, PerDimension stride = default, bool ceilMode = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The order of the norm.</summary>
    public double NormType { get; } = normType;

    /// <summary>The size of a window.</summary>
    public PerDimension KernelSize { get; } = kernelSize;

    /// <summary>The distance between two windows; where none is given, the size of one.</summary>
    public PerDimension Stride { get; } = stride;

    /// <summary>Whether a last window may hang over the end.</summary>
    public bool CeilMode { get; } = ceilMode;

    /// <summary>The norms, [b, c, ...].</summary>
    [return: Shape("b? c m")]
    public Tensor<T> Forward([Shape("b? c l")] Tensor<T> input) => input.LpPool1d(NormType, KernelSize, Stride, CeilMode);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"norm_type={PythonText.Of(NormType)}, kernel_size={PythonText.Of(KernelSize)}, stride={(Stride.IsDefault ? "None" : PythonText.Of(Stride))}" +
        $", ceil_mode={CeilMode}";
}

/// <summary>The norm of each window of lines, for float tensors (PyTorch's <c>nn.LPPool1d</c>).</summary>
/// <param name="normType">The order of the norm.</param>
/// <param name="kernelSize">The size of a window.</param>
/// <param name="stride">The distance between two windows; by default the size of one.</param>
/// <param name="ceilMode">Whether a last window may hang over the end.</param>
public class LpPool1d(double normType, PerDimension kernelSize, PerDimension stride = default, bool ceilMode = false)
    : LpPool1d<float>(normType, kernelSize, stride, ceilMode);
