namespace DslTensors.Cpu;

/// <summary>How the kernel of a convolution moves: along each spatial dimension its stride, the zeros before the input and the kernel's dilation.</summary>
/// <param name="Stride">The distance between two places of the kernel.</param>
/// <param name="Before">The zeros before the input.</param>
/// <param name="Dilation">The distance between two elements of the kernel.</param>
/// <param name="Groups">In how many groups of channels, each convolved on its own.</param>
internal sealed record ConvolutionGeometry(int[] Stride, int[] Before, int[] Dilation, int Groups)
{
    public int Rank => Stride.Length;

    /// <summary>The geometry that an operator's arguments mean for a weight [o, i, ...].</summary>
    public static ConvolutionGeometry Of(ReadOnlySpan<int> weight, PerDimension stride, Padding padding, PerDimension dilation, int groups)
    {
        var reach = weight[2..].ToArray();
        var ones = new int[reach.Length];
        ones.AsSpan().Fill(1);
        var dilations = dilation.For(ones.Length, "dilation", ones);
        for (var i = 0; i < reach.Length; i++)
            reach[i] = (dilations[i] * (reach[i] - 1)) + 1;
        return new ConvolutionGeometry(stride.For(ones.Length, "stride", ones), padding.Before(reach), dilations, groups);
    }

    /// <summary>A view of images without a batch as a batch of one.</summary>
    public TensorView<T> Batched<T>(TensorView<T> images)
        where T : unmanaged => images.Rank == Rank + 2
        ? images
        : new TensorView<T>(images.Array, images.Offset, StridedLayout.Strided([1, .. images.Sizes], [0, .. images.Strides]));
}
