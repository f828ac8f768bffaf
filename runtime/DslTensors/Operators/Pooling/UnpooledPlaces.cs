using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Elements put back where a maximum pooling found them.</summary>
internal static class UnpooledPlaces
{
    public static Tensor<T> Of<T>(Tensor<T> input, Tensor<long> indices, int spatial, PerDimension kernelSize, PerDimension stride, PerDimension padding, int[]? outputSize)
        where T : unmanaged, INumber<T>
    {
        if (input.Rank != spatial + 1 && input.Rank != spatial + 2)
            throw new ShapeException($"Input to max_unpooling{spatial}d should be a {spatial + 1}d or {spatial + 2}d Tensor, but got a tensor with {input.Rank} dimensions. Its shape is {input.Shape}.");
        if (input.Shape != indices.Shape)
            throw new ShapeException($"Expected shape of indices to be same as that of the input tensor ({input.Shape}) but got indices tensor with shape: {indices.Shape}");
        int[] ones = [.. Enumerable.Repeat(1, spatial)];
        var kernels = kernelSize.For(spatial, "kernel_size", ones);
        var strides = stride.For(spatial, "stride", kernels);
        var paddings = padding.For(spatial, "padding", new int[spatial]);
        var sizes = new int[spatial];
        for (var i = 0; i < spatial; i++)
            sizes[i] = ((input.Shape[i - spatial] - 1) * strides[i]) + kernels[i] - (2 * paddings[i]);
        if (outputSize is not null)
            sizes = Chosen(outputSize, sizes, strides, spatial);

        int[] leading = [.. input.Shape.AsSpan()[..^spatial]];
        var count = sizes.Aggregate(1, (product, size) => product * size);
        foreach (var place in indices.ToArray())
        {
            if (place < 0 || place >= count)
                throw new DimensionException($"Found an invalid max index: {place} (output volumes are of size {string.Join("x", sizes)}). max_unpool{spatial}d takes the indices that the pooling gave.");
        }

        int[] flat = [.. leading, .. (int[])[(int)(input.Count / Math.Max(1, leading.Aggregate(1L, (product, size) => product * size)))]];
        return input.NewZeros([.. leading, count]).Scatter(-1, indices.Reshape(flat), input.Reshape(flat)).Reshape([.. leading, .. sizes]);
    }

    private static int[] Chosen(int[] outputSize, int[] defaults, int[] strides, int spatial)
    {
        var sizes = outputSize[^Math.Min(spatial, outputSize.Length)..];
        if (sizes.Length != spatial)
            throw new ShapeException($"output_size should be a sequence containing {spatial} or {spatial + 2} elements, but it has a length of '{outputSize.Length}'. It is {Shape.Format(outputSize)}.");
        for (var i = 0; i < spatial; i++)
        {
            if (sizes[i] <= defaults[i] - strides[i] || sizes[i] >= defaults[i] + strides[i])
                throw new ShapeException($"invalid output_size \"{Shape.Format(sizes)}\" (dim {i} must be between {defaults[i] - strides[i]} and {defaults[i] + strides[i]}). A pooling of other sizes has other results.");
        }

        return sizes;
    }
}
