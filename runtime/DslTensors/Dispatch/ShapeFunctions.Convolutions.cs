namespace DslTensors;

public static partial class ShapeFunctions
{
    /// <summary>The sizes of a convolution's result: one for each place of the kernel in the padded input.</summary>
    /// <exception cref="ShapeException">An argument is out of range, or the kernel reaches further than the padded input.</exception>
    public static StridedLayout Convolve(
        ReadOnlySpan<int> batch, ReadOnlySpan<int> size, ReadOnlySpan<int> weight, PerDimension stride, Padding padding, PerDimension dilation, int groups)
    {
        var (strides, dilations, reach) = Kernel(weight, stride, dilation, groups);
        if (padding.IsSame && strides.AsSpan().ContainsAnyExcept(1))
            throw new ShapeException($"padding='same' is not supported for strided convolutions. The stride is {stride}; give the padding as a number.");
        var before = padding.Before(reach);
        CheckLeast(before, 0, "negative padding is not supported", $"padding is {padding}");
        var sizes = size.ToArray();
        for (var i = 0; i < sizes.Length && !padding.IsSame; i++)
        {
            var free = size[i] + (2 * before[i]) - reach[i];
            if (free < 0)
                throw KernelTooLarge(size, before, reach);
            sizes[i] = (free / strides[i]) + 1;
        }

        return StridedLayout.Contiguous([.. batch, weight[0], .. sizes]);
    }

    /// <summary>The sizes of a transposed convolution's result: as far as the kernels reach that the input's elements place.</summary>
    /// <exception cref="ShapeException">An argument is out of range, or nothing is left after the padding is cut off.</exception>
    public static StridedLayout ConvolveTransposed(
        ReadOnlySpan<int> batch, ReadOnlySpan<int> size, ReadOnlySpan<int> weight,
        PerDimension stride, PerDimension padding, PerDimension outputPadding, PerDimension dilation, int groups)
    {
        var (strides, dilations, reach) = Kernel(weight, stride, dilation, groups);
        var none = new int[size.Length];
        var before = padding.For(size.Length, "padding", none);
        var added = outputPadding.For(size.Length, "output_padding", none);
        CheckLeast(before, 0, "negative padding is not supported", $"padding is {padding}");
        CheckLeast(added, 0, "negative output_padding is not supported", $"outputPadding is {outputPadding}");
        var sizes = new int[size.Length];
        for (var i = 0; i < sizes.Length; i++)
        {
            if (added[i] >= strides[i] && added[i] >= dilations[i])
                throw OutputPaddingTooLarge(added, strides, dilations);
            sizes[i] = ((size[i] - 1) * strides[i]) - (2 * before[i]) + reach[i] + added[i];
        }

        if (Array.Exists(sizes, one => one < 1))
            throw new ShapeException($"Given input size per channel: {AsPlane(size)}. Calculated output size per channel: {AsPlane(sizes)}. Output size is too small. Make the padding {padding} smaller.");
        return StridedLayout.Contiguous([.. batch, weight[1] * groups, .. sizes]);
    }

    private static (int[] Strides, int[] Dilations, int[] Reach) Kernel(ReadOnlySpan<int> weight, PerDimension stride, PerDimension dilation, int groups)
    {
        var reach = weight[2..].ToArray();
        var ones = new int[reach.Length];
        ones.AsSpan().Fill(1);
        var strides = stride.For(ones.Length, "stride", ones);
        var dilations = dilation.For(ones.Length, "dilation", ones);
        CheckLeast(strides, 1, "non-positive stride is not supported", $"stride is {stride}");
        CheckLeast(dilations, 1, $"dilation should be greater than zero, but got {Shape.Format(dilations)}", "1 is a kernel without gaps");
        CheckLeast(reach, 1, $"kernel size should be greater than zero, but got {Named("kernel", reach, 1)}", $"the weight has shape {Shape.Format(weight)}");
        if (groups <= 0)
            throw new ShapeException($"non-positive groups is not supported: groups is {groups}.");
        if (weight[0] < groups)
            throw new ShapeException($"Given groups={groups}, expected weight to be at least {groups} at dimension 0, but got weight of size {Shape.Format(weight)} instead.");
        if (weight[0] % groups != 0)
            throw new ShapeException($"Given groups={groups}, expected weight to be divisible by {groups} at dimension 0, but got weight of size [{Shape.Format(weight)}] instead.");
        for (var i = 0; i < reach.Length; i++)
            reach[i] = (dilations[i] * (reach[i] - 1)) + 1;
        return (strides, dilations, reach);
    }

    private static void CheckLeast(int[] values, int least, string sentence, string explanation)
    {
        if (Array.Exists(values, value => value < least))
            throw new ShapeException($"{sentence}: {explanation}.");
    }

    private static ShapeException KernelTooLarge(ReadOnlySpan<int> size, int[] before, int[] reach)
    {
        var padded = size.ToArray();
        for (var i = 0; i < padded.Length; i++)
            padded[i] += 2 * before[i];
        return new ShapeException(
            $"Calculated padded input size per channel: ({string.Join(" x ", padded)}). Kernel size: ({string.Join(" x ", reach)}). " +
            "Kernel size can't be greater than actual input size. The kernel size counts gaps of the dilation; raise the padding or take a smaller kernel.");
    }

    private static ShapeException OutputPaddingTooLarge(int[] added, int[] strides, int[] dilations) => new(
        "output padding must be smaller than either stride or dilation, but got " +
        $"{Named("output_padding", added, 0)} {Named("stride", strides, 1)} {Named("dilation", dilations, 1)}.");

    // PyTorch treats a line as a plane of one row.
    private static string Named(string what, int[] values, int row)
    {
        int[] all = values.Length == 1 ? [row, .. values] : values;
        string[] names = all.Length == 3 ? ["depth", "height", "width"] : ["height", "width"];
        return string.Join(" ", names.Zip(all, (name, value) => $"{what}_{name}: {value}"));
    }

    private static string AsPlane(ReadOnlySpan<int> sizes) => $"({(sizes.Length == 1 ? "1 x " : "")}{string.Join(" x ", sizes.ToArray())})";
}
