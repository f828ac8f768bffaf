using DslTensors.Cpu;

namespace DslTensors;

public static partial class ShapeFunctions
{
    /// <summary>The sizes of an average pooling's result.</summary>
    /// <exception cref="ShapeException">An argument is out of range, or no window fits.</exception>
    public static StridedLayout Pool(
        ReadOnlySpan<int> s, ReadOnlySpan<int> size, PerDimension kernelSize, PerDimension stride, PerDimension padding, bool ceilMode) =>
        Pooled(s, size, kernelSize, stride, padding, ceilMode, default, isMaxOfLine: false);

    /// <summary>The sizes of a maximum pooling's result: one for each place of the window in the padded input.</summary>
    /// <exception cref="ShapeException">An argument is out of range, or no window fits.</exception>
    public static StridedLayout Pool(
        ReadOnlySpan<int> s, ReadOnlySpan<int> size, PerDimension kernelSize, PerDimension stride, PerDimension padding, bool ceilMode, PerDimension dilation) =>
        Pooled(s, size, kernelSize, stride, padding, ceilMode, dilation, isMaxOfLine: size.Length == 1);

    /// <summary>The sizes of an adaptive pooling's result.</summary>
    /// <exception cref="ShapeException">A size is negative, or the input is empty.</exception>
    public static StridedLayout Adapt(ReadOnlySpan<int> s, ReadOnlySpan<int> size, PerDimension outputSize)
    {
        var sizes = outputSize.For(size.Length, "output_size", size);
        for (var i = 0; i < sizes.Length; i++)
        {
            if (sizes[i] == PerDimension.Kept)
                sizes[i] = size[i];
        }

        CheckLeast(sizes, 0, "elements of output_size must be greater than or equal to 0", $"outputSize is {outputSize}");
        if (size.IndexOf(0) is >= 0 and var empty)
            throw new ShapeException($"Expected input to have non-zero size for non-batch dimensions, but input has sizes {Shape.Format([.. s, .. size])} with dimension {s.Length + empty} being empty.");
        return StridedLayout.Contiguous([.. s, .. sizes]);
    }

    private static StridedLayout Pooled(
        ReadOnlySpan<int> s, ReadOnlySpan<int> size, PerDimension kernelSize, PerDimension stride, PerDimension padding, bool ceilMode, PerDimension dilation, bool isMaxOfLine)
    {
        if (s[^1] == 0 || size.Contains(0))
            throw EmptyInput(s, size, isMaxOfLine);
        var windows = PoolWindows.Of(size, kernelSize, stride, padding, dilation, ceilMode);
        var sizes = Array.ConvertAll(windows, window => window.Count);
        if (Array.Exists(sizes, count => count < 1))
        {
            var row = size.Length == 1 ? "x1" : "";
            throw new ShapeException(
                $"Given input size: ({s[^1]}{row}x{string.Join("x", size.ToArray())}). Calculated output size: ({s[^1]}{row}x{string.Join("x", sizes)}). " +
                $"Output size is too small. The windows have size {kernelSize}; take a smaller one, or raise the padding.");
        }

        return StridedLayout.Contiguous([.. s, .. sizes]);
    }

    private static ShapeException EmptyInput(ReadOnlySpan<int> s, ReadOnlySpan<int> size, bool isMaxOfLine)
    {
        var shape = Shape.Format([.. s, .. size]);
        return new ShapeException(size.Length == 1
            ? $"{(isMaxOfLine ? "max_pool1d: " : "")}Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but got:{shape}."
            : $"Expected {size.Length + 1}D or {size.Length + 2}D (batch mode) tensor with optional 0 dim batch size for input, but got:{shape}.");
    }
}
