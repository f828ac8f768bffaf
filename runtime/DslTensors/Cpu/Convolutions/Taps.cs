namespace DslTensors.Cpu;

/// <summary>The elements of a kernel: where each meets the input, counted from the place of the kernel, and where it lies in the weight.</summary>
internal sealed class Taps
{
    private readonly int[][] _indices;
    private readonly ConvolutionGeometry _geometry;

    public Taps(StridedLayout weight, ConvolutionGeometry geometry)
    {
        _geometry = geometry;
        _indices = OffsetTable.Along(geometry.Rank, i => Array.ConvertAll(OffsetTable.Steps(weight.Sizes[2 + i], geometry.Dilation[i]), place => place - geometry.Before[i]));
        InWeight = OffsetTable.Along(geometry.Rank, i => OffsetTable.Steps(weight.Sizes[2 + i], weight.Strides[2 + i]));
    }

    /// <summary>Along each dimension, where the elements lie in the weight.</summary>
    public int[][] InWeight { get; }

    /// <summary>The least index that the first place of the kernel reads along each dimension.</summary>
    public int[] Least => Array.ConvertAll(_indices, taps => taps[0]);

    /// <summary>The greatest index that is read, for results of the given sizes.</summary>
    public int[] Most(ReadOnlySpan<int> results)
    {
        var most = new int[_indices.Length];
        for (var i = 0; i < most.Length; i++)
            most[i] = ((results[2 + i] - 1) * _geometry.Stride[i]) + _indices[i][^1];
        return most;
    }

    /// <summary>Along each dimension, where the elements meet images of the given strides.</summary>
    public int[][] In(int[] strides) => OffsetTable.Along(_indices.Length, i => Array.ConvertAll(_indices[i], index => index * strides[2 + i]));
}
