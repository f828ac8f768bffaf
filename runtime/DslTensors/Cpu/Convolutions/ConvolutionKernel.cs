using System.Numerics;

namespace DslTensors.Cpu;

/// <summary>The convolution: each result is a row of the weight times the column of elements under the kernel.</summary>
internal static class ConvolutionKernel
{
    /// <summary>Fills the result [b, o, ...], whose sizes say how often the kernel is placed, from images [b, c, ...] and a weight [o, c / groups, ...].</summary>
    public static void Run<T>(TensorView<T> input, TensorView<T> weight, TensorView<T>? bias, TensorView<T> result, ConvolutionGeometry geometry)
        where T : unmanaged, INumber<T>
    {
        var (images, results) = (geometry.Batched(input), geometry.Batched(result));
        var channels = weight.Sizes[1];
        if (results.Count == 0 || channels == 0)
        {
            ChannelBias.Fill(results, bias);
            return;
        }

        var taps = new Taps(weight.Layout, geometry);
        var padded = PaddedImages<T>.Of(images, taps.Least, taps.Most(results.Sizes));
        var places = OffsetTable.Along(geometry.Rank, i => OffsetTable.Steps(results.Sizes[2 + i], geometry.Stride[i] * padded.Strides[2 + i]));
        var targets = OffsetTable.Along(geometry.Rank, i => OffsetTable.Steps(results.Sizes[2 + i], results.Strides[2 + i]));
        var rows = weight.Sizes[0] / geometry.Groups;
        IndexedProduct.Run(new IndexedOperands<T>
        {
            Rows = rows,
            Groups = geometry.Groups,
            Left = weight.Array,
            LeftOffset = weight.Offset,
            LeftRowStride = weight.Strides[0],
            LeftGroupStride = rows * weight.Strides[0],
            LeftDepth = new OffsetTable(OffsetTable.Sums([OffsetTable.Steps(channels, weight.Strides[1]), .. taps.InWeight])),
            Source = padded.Array,
            SourceOffset = padded.Offset,
            SourceGroupStride = channels * padded.Strides[1],
            Depth = new OffsetTable(OffsetTable.Sums([OffsetTable.Steps(channels, padded.Strides[1]), .. taps.In(padded.Strides)])),
            Columns = new OffsetTable(OffsetTable.Sums(places), images.Sizes[0], padded.Strides[0]),
            Result = results.Array,
            ResultOffset = results.Offset,
            ResultRowStride = results.Strides[1],
            ResultGroupStride = rows * results.Strides[1],
            Targets = new OffsetTable(OffsetTable.Sums(targets), images.Sizes[0], results.Strides[0]),
            Bias = ChannelBias.Dense(bias),
        });
        padded.Return();
    }
}
