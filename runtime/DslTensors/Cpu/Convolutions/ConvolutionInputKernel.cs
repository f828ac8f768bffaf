using System.Numerics;

namespace DslTensors.Cpu;

/// <summary>
/// The transposed convolution, which is also the gradient of a convolution by its input. With a stride s, the results fall into s
/// phases along each dimension; each phase is an ordinary convolution with every s-th element of the kernel, so nothing is computed for gaps.
/// </summary>
internal static class ConvolutionInputKernel
{
    /// <summary>Fills the result [b, c, ...] from images [b, o, ...] and a weight [o, c / groups, ...].</summary>
    public static void Run<T>(TensorView<T> input, TensorView<T> weight, TensorView<T>? bias, TensorView<T> result, ConvolutionGeometry geometry)
        where T : unmanaged, INumber<T>
    {
        var (images, results) = (geometry.Batched(input), geometry.Batched(result));
        var phases = Phases(results, weight, geometry);
        if (results.Count == 0 || images.Count == 0 || weight.Count == 0 || phases.Any(phase => phase.Any(axis => axis.Indices.Length == 0)))
            ChannelBias.Fill(results, bias);
        if (results.Count == 0 || images.Count == 0 || weight.Count == 0)
            return;
        var all = phases.Where(phase => phase.All(axis => axis.Indices.Length > 0 && axis.Count > 0)).ToList();
        var least = Extremes(all, geometry.Rank, axis => axis.Indices.Min(), Math.Min);
        var most = Extremes(all, geometry.Rank, axis => axis.Count - 1 + axis.Indices.Max(), Math.Max);
        var padded = PaddedImages<T>.Of(images, least, most);
        foreach (var phase in all)
            RunPhase(padded, images.Sizes, weight, ChannelBias.Dense(bias), results, phase, geometry);
        padded.Return();
    }

    private static void RunPhase<T>(
        PaddedImages<T> images, int[] sizes, TensorView<T> weight, T[]? bias, TensorView<T> results, PhaseAxis[] phase, ConvolutionGeometry geometry)
        where T : unmanaged
    {
        var rows = weight.Sizes[1];
        var channels = weight.Sizes[0] / geometry.Groups;
        var taps = OffsetTable.Along(phase.Length, i => Array.ConvertAll(phase[i].Indices, index => index * images.Strides[2 + i]));
        var inWeight = OffsetTable.Along(phase.Length, i => Array.ConvertAll(phase[i].Elements, element => element * weight.Strides[2 + i]));
        var places = OffsetTable.Along(phase.Length, i => OffsetTable.Steps(phase[i].Count, images.Strides[2 + i]));
        var targets = OffsetTable.Along(phase.Length, i => OffsetTable.Steps(phase[i].Count, geometry.Stride[i] * results.Strides[2 + i]));
        var first = phase.Select((axis, i) => axis.First * results.Strides[2 + i]).Sum();
        IndexedProduct.Run(new IndexedOperands<T>
        {
            Rows = rows,
            Groups = geometry.Groups,
            Left = weight.Array,
            LeftOffset = weight.Offset,
            LeftRowStride = weight.Strides[1],
            LeftGroupStride = channels * weight.Strides[0],
            LeftDepth = new OffsetTable(OffsetTable.Sums([OffsetTable.Steps(channels, weight.Strides[0]), .. inWeight])),
            Source = images.Array,
            SourceOffset = images.Offset,
            SourceGroupStride = channels * images.Strides[1],
            Depth = new OffsetTable(OffsetTable.Sums([OffsetTable.Steps(channels, images.Strides[1]), .. taps])),
            Columns = new OffsetTable(OffsetTable.Sums(places), sizes[0], images.Strides[0]),
            Result = results.Array,
            ResultOffset = results.Offset + first,
            ResultRowStride = results.Strides[1],
            ResultGroupStride = rows * results.Strides[1],
            Targets = new OffsetTable(OffsetTable.Sums(targets), sizes[0], results.Strides[0]),
            Bias = bias,
        });
    }

    /// <summary>Every combination of phases along the dimensions.</summary>
    private static List<PhaseAxis[]> Phases<T>(TensorView<T> results, TensorView<T> weight, ConvolutionGeometry geometry)
        where T : unmanaged
    {
        List<PhaseAxis[]> phases = [[]];
        for (var i = 0; i < geometry.Rank; i++)
        {
            var (size, kernel, stride, before, dilation) = (results.Sizes[2 + i], weight.Sizes[2 + i], geometry.Stride[i], geometry.Before[i], geometry.Dilation[i]);
            var axes = Enumerable.Range(0, Math.Min(stride, size)).Select(first => PhaseAxis.Of(first, size, kernel, stride, before, dilation)).ToList();
            phases = [.. phases.SelectMany(phase => axes.Select(axis => (PhaseAxis[])[.. phase, axis]))];
        }

        return phases;
    }

    private static int[] Extremes(List<PhaseAxis[]> phases, int rank, Func<PhaseAxis, int> value, Func<int, int, int> choose)
    {
        var extremes = new int[rank];
        for (var i = 0; i < rank; i++)
            extremes[i] = phases.Select(phase => value(phase[i])).DefaultIfEmpty().Aggregate(choose);
        return extremes;
    }
}
