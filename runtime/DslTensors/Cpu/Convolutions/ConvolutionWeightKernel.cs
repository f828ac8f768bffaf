using System.Buffers;
using System.Numerics;

namespace DslTensors.Cpu;

/// <summary>The gradient of a convolution by its weight: for each element of the kernel, the sum over all its places of what it met times the gradient there.</summary>
internal static class ConvolutionWeightKernel
{
    // Enough parts for the threads there may be; fixed, so that the order of the sums is the same on every machine.
    private const int LeastParts = 16;
    private const int LeastDepth = 256;

    // The width of a panel with the widest vectors.
    private const int PanelWidth = 32;

    /// <summary>Fills the result [o, c / groups, ...] from images [b, c, ...] and gradients [b, o, ...].</summary>
    public static void Run<T>(TensorView<T> input, TensorView<T> grad, TensorView<T> result, ConvolutionGeometry geometry)
        where T : unmanaged, INumber<T>
    {
        var (images, grads) = (geometry.Batched(input), geometry.Batched(grad));
        if (grads.Count == 0 || result.Count == 0)
        {
            result.Span.Clear();
            return;
        }

        var taps = new Taps(result.Layout, geometry);
        var padded = PaddedImages<T>.Of(images, taps.Least, taps.Most(grads.Sizes));
        var panels = geometry.Groups * ((result.Strides[0] + PanelWidth - 1) / PanelWidth);
        var depth = grads.Count / grads.Sizes[1];
        var chunks = Math.Max(1, Math.Min(LeastParts / panels, depth / LeastDepth));
        if (chunks == 1)
        {
            Multiply(padded, grads, result, result.Array, result.Offset, taps, geometry, 1);
        }
        else
        {
            var parts = ArrayPool<T>.Shared.Rent(chunks * result.Count);
            Multiply(padded, grads, result, parts, 0, taps, geometry, chunks);
            Sum(parts, result.Span, chunks);
            ArrayPool<T>.Shared.Return(parts);
        }

        padded.Return();
    }

    private static void Multiply<T>(
        PaddedImages<T> images, TensorView<T> grads, TensorView<T> weight, T[] result, int offset, Taps taps, ConvolutionGeometry geometry, int chunks)
        where T : unmanaged
    {
        var rows = weight.Sizes[0] / geometry.Groups;
        var channels = weight.Sizes[1];
        var places = OffsetTable.Along(geometry.Rank, i => OffsetTable.Steps(grads.Sizes[2 + i], geometry.Stride[i] * images.Strides[2 + i]));
        var inGrads = OffsetTable.Along(geometry.Rank, i => OffsetTable.Steps(grads.Sizes[2 + i], grads.Strides[2 + i]));
        var columns = OffsetTable.Sums([OffsetTable.Steps(channels, images.Strides[1]), .. taps.In(images.Strides)]);
        IndexedProduct.Run(new IndexedOperands<T>
        {
            Rows = rows,
            Groups = geometry.Groups,
            Left = grads.Array,
            LeftOffset = grads.Offset,
            LeftRowStride = grads.Strides[1],
            LeftGroupStride = rows * grads.Strides[1],
            LeftDepth = new OffsetTable(OffsetTable.Sums(inGrads), grads.Sizes[0], grads.Strides[0]),
            Source = images.Array,
            SourceOffset = images.Offset,
            SourceGroupStride = channels * images.Strides[1],
            Depth = new OffsetTable(OffsetTable.Sums(places), grads.Sizes[0], images.Strides[0]),
            Columns = new OffsetTable(columns),
            Result = result,
            ResultOffset = offset,
            ResultRowStride = columns.Length,
            ResultGroupStride = rows * columns.Length,
            Targets = new OffsetTable(OffsetTable.Steps(columns.Length, 1)),
            Chunks = chunks,
            ResultChunkStride = weight.Count,
        });
    }

    private static void Sum<T>(T[] parts, Span<T> result, int chunks)
        where T : unmanaged, INumber<T>
    {
        parts.AsSpan(0, result.Length).CopyTo(result);
        for (var chunk = 1; chunk < chunks; chunk++)
            RowSum.Add(parts.AsSpan(chunk * result.Length, result.Length), result);
    }
}
