namespace DslTensors.Cpu;

/// <summary>The windows of a pooling along one dimension.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="From">The first index of each that lies in the input.</param>
/// <param name="To">The end of each within the input.</param>
/// <param name="Sizes">How much each covers, padding included.</param>
/// <param name="Step">The distance between two indices of a window.</param>
internal sealed record PoolWindows(int Count, int[] From, int[] To, int[] Sizes, int Step)
{
    /// <summary>The number of indices of every window, those in the padding included; 0 where windows differ.</summary>
    public int Length { get; private init; }

    /// <summary>Where windows of equal length start, be it in the padding.</summary>
    public int[] Starts { get; private init; } = [];

    /// <summary>The windows along each dimension that the arguments of a pooling mean.</summary>
    /// <param name="size">The sizes of the input along the pooled dimensions.</param>
    /// <param name="kernelSize">The sizes of a window.</param>
    /// <param name="stride">The distances between windows; by default the sizes of one.</param>
    /// <param name="padding">How far windows may begin before the input.</param>
    /// <param name="dilation">The distances between the elements of a window.</param>
    /// <param name="ceilMode">Whether a last window may hang over the end.</param>
    /// <exception cref="ShapeException">An argument is out of range.</exception>
    public static PoolWindows[] Of(
        ReadOnlySpan<int> size, PerDimension kernelSize, PerDimension stride, PerDimension padding, PerDimension dilation, bool ceilMode)
    {
        int[] ones = [.. Enumerable.Repeat(1, size.Length)];
        var kernels = kernelSize.For(size.Length, "kernel_size", ones);
        var strides = stride.For(size.Length, "stride", kernels);
        var paddings = padding.For(size.Length, "padding", new int[size.Length]);
        var dilations = dilation.For(size.Length, "dilation", ones);
        Check(kernels, strides, paddings, dilations);
        var windows = new PoolWindows[size.Length];
        for (var i = 0; i < windows.Length; i++)
            windows[i] = Along(size[i], kernels[i], strides[i], paddings[i], dilations[i], ceilMode);
        return windows;
    }

    /// <summary>As many windows along each dimension as results are asked for; neighbours may overlap by one element.</summary>
    public static PoolWindows[] Adaptive(ReadOnlySpan<int> size, ReadOnlySpan<int> results)
    {
        var windows = new PoolWindows[size.Length];
        for (var i = 0; i < windows.Length; i++)
        {
            var (length, count) = (size[i], results[i]);
            var from = new int[count];
            var to = new int[count];
            for (var j = 0; j < count; j++)
                (from[j], to[j]) = ((int)((long)j * length / count), (int)((((long)(j + 1) * length) + count - 1) / count));
            windows[i] = new PoolWindows(count, from, to, [.. to.Zip(from, (end, start) => end - start)], 1);
        }

        return windows;
    }

    private static PoolWindows Along(int size, int kernel, int stride, int padding, int dilation, bool ceilMode)
    {
        var free = size + (2 * padding) - (dilation * (kernel - 1)) - 1 + (ceilMode ? stride - 1 : 0);
        var count = free < 0 ? 0 : (free / stride) + 1;
        if (ceilMode && (count - 1) * stride >= size + padding)
            count--;
        var (starts, from, to, sizes) = (new int[count], new int[count], new int[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            var start = (i * stride) - padding;
            var skipped = start < 0 ? (-start + dilation - 1) / dilation : 0;
            starts[i] = start;
            from[i] = start + (skipped * dilation);
            to[i] = Math.Min(start + (dilation * (kernel - 1)) + 1, size);
            sizes[i] = Math.Min(start + kernel, size + padding) - start;
        }

        return new PoolWindows(count, from, to, sizes, dilation) { Length = kernel, Starts = starts };
    }

    private static void Check(int[] kernels, int[] strides, int[] paddings, int[] dilations)
    {
        for (var i = 0; i < kernels.Length; i++)
        {
            if (kernels[i] < 1)
                throw new ShapeException($"kernel size should be greater than zero: kernelSize is {Shape.Format(kernels)}.");
            if (strides[i] < 1)
                throw new ShapeException($"stride should not be zero: stride is {Shape.Format(strides)}, and 1 is the least.");
            if (paddings[i] < 0)
                throw new ShapeException($"pad must be non-negative, but got pad: {paddings[i]}.");
            if (dilations[i] < 1)
                throw new ShapeException($"dilation should be greater than zero: dilation is {Shape.Format(dilations)}.");
            if (paddings[i] > kernels[i] / 2)
                throw new ShapeException($"pad should be at most half of kernel size, but got pad={paddings[i]} and kernel_size={kernels[i]}.");
        }
    }
}
