using System.Numerics;

namespace DslTensors;

/// <summary>The windows of images as columns (PyTorch's <c>nn.Unfold</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="kernelSize">The size of a window, or a pair for height and width.</param>
/// <param name="dilation">The distance between two elements of a window; 1 by default.</param>
/// <param name="padding">How far windows begin before the image and end after it; 0 by default.</param>
/// <param name="stride">The distance between two windows; 1 by default.</param>
[Module]
public partial class Unfold<T>(PerDimension kernelSize, PerDimension dilation = default, PerDimension padding = default, PerDimension stride = default)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The size of a window.</summary>
    public PerDimension KernelSize { get; } = kernelSize;

    /// <summary>The distance between two elements of a window.</summary>
    public PerDimension Dilation { get; } = dilation.IsDefault ? 1 : dilation;

    /// <summary>How far windows begin before the image and end after it.</summary>
    public PerDimension Padding { get; } = padding.IsDefault ? 0 : padding;

    /// <summary>The distance between two windows.</summary>
    public PerDimension Stride { get; } = stride.IsDefault ? 1 : stride;

    /// <summary>The columns, [b, c kh kw, windows].</summary>
    [return: Shape("b? n m")]
    public Tensor<T> Forward([Shape("b? c h w")] Tensor<T> input) => input.Unfold(KernelSize, Dilation, Padding, Stride);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"kernel_size={PythonText.Of(KernelSize)}, dilation={PythonText.Of(Dilation)}, padding={PythonText.Of(Padding)}, stride={PythonText.Of(Stride)}";
}

/// <summary>The windows of images as columns, for float tensors (PyTorch's <c>nn.Unfold</c>).</summary>
/// <param name="kernelSize">The size of a window, or a pair for height and width.</param>
/// <param name="dilation">The distance between two elements of a window; 1 by default.</param>
/// <param name="padding">How far windows begin before the image and end after it; 0 by default.</param>
/// <param name="stride">The distance between two windows; 1 by default.</param>
public class Unfold(PerDimension kernelSize, PerDimension dilation = default, PerDimension padding = default, PerDimension stride = default)
    : Unfold<float>(kernelSize, dilation, padding, stride);
