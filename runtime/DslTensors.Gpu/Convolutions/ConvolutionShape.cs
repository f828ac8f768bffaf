using DslTensors.Cpu;

namespace DslTensors.Devices.Convolutions;

/// <summary>One spatial dimension of a convolution.</summary>
internal struct ConvolutionAxis
{
    /// <summary>The sizes of the images, the kernel and the results.</summary>
    public int Images;
    public int Kernel;
    public int Results;
    public int Stride;
    public int Before;
    public int Dilation;

    /// <summary>The strides in memory.</summary>
    public int ImagesStep;
    public int KernelStep;
    public int ResultsStep;
}

/// <summary>A convolution of images [b, c, ...] with a weight [o, c / groups, ...] into results [b, o, ...], up to three spatial dimensions.</summary>
internal struct ConvolutionShape
{
    public int Batch;
    public int ImageChannels;
    public int ResultChannels;
    public int Groups;
    public int ImagesOrigin;
    public int ImagesBatch;
    public int ImagesChannel;
    public int WeightOrigin;
    public int WeightOut;
    public int WeightIn;
    public int ResultsOrigin;
    public int ResultsBatch;
    public int ResultsChannel;
    public int BiasOrigin;
    public int BiasStride;
    public int HasBias;
    public ConvolutionAxis Depth;
    public ConvolutionAxis Height;
    public ConvolutionAxis Width;

    public static ConvolutionShape Of(Tensor images, Tensor weight, Tensor? bias, Tensor results, ConvolutionGeometry geometry)
    {
        var rank = geometry.Rank;
        var (a, c) = (Batched(images, rank), Batched(results, rank));
        var b = weight.Layout;
        return new ConvolutionShape
        {
            Batch = c.Sizes[0],
            ImageChannels = a.Sizes[1],
            ResultChannels = c.Sizes[1],
            Groups = geometry.Groups,
            ImagesOrigin = images.Offset,
            ImagesBatch = a.Strides[0],
            ImagesChannel = a.Strides[1],
            WeightOrigin = weight.Offset,
            WeightOut = b.Strides[0],
            WeightIn = b.Strides[1],
            ResultsOrigin = results.Offset,
            ResultsBatch = c.Strides[0],
            ResultsChannel = c.Strides[1],
            BiasOrigin = bias?.Offset ?? 0,
            BiasStride = bias?.Layout.Strides[0] ?? 0,
            HasBias = bias is null ? 0 : 1,
            Depth = Axis(a, b, c, geometry, rank - 3),
            Height = Axis(a, b, c, geometry, rank - 2),
            Width = Axis(a, b, c, geometry, rank - 1),
        };
    }

    // A dimension that is not there has size 1.
    private static ConvolutionAxis Axis(StridedLayout images, StridedLayout weight, StridedLayout results, ConvolutionGeometry geometry, int i) => i < 0
        ? new ConvolutionAxis { Images = 1, Kernel = 1, Results = 1, Stride = 1, Dilation = 1 }
        : new ConvolutionAxis
        {
            Images = images.Sizes[2 + i],
            Kernel = weight.Sizes[2 + i],
            Results = results.Sizes[2 + i],
            Stride = geometry.Stride[i],
            Before = geometry.Before[i],
            Dilation = geometry.Dilation[i],
            ImagesStep = images.Strides[2 + i],
            KernelStep = weight.Strides[2 + i],
            ResultsStep = results.Strides[2 + i],
        };

    private static StridedLayout Batched(Tensor images, int rank) => images.Rank == rank + 2
        ? images.Layout
        : StridedLayout.Strided([1, .. images.Layout.Sizes], [0, .. images.Layout.Strides]);
}
