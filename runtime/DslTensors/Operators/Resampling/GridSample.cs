using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Images or volumes read at given places (PyTorch's <c>nn.functional.grid_sample</c>).</summary>
/// <remarks>Composed of other operators, so that every derivative exists, by the places as well.</remarks>
/// <param name="input">The images, [b, c, h, w], or volumes, [b, c, d, h, w].</param>
/// <param name="grid">The places, [b, ..., 2] or [b, ..., 3], x first, from -1 to 1 within an image.</param>
/// <param name="mode"><c>"bilinear"</c> (also of volumes), <c>"nearest"</c>, or <c>"bicubic"</c> of images.</param>
/// <param name="paddingMode">What lies outside: <c>"zeros"</c>, <c>"border"</c> (the nearest pixel) or <c>"reflection"</c>.</param>
/// <param name="alignCorners">Whether -1 and 1 are the centres of the corner pixels; otherwise their outer edges.</param>
/// <returns>What is read, [b, c, ...].</returns>
/// <exception cref="ShapeException">The shapes don't fit.</exception>
/// <exception cref="TensorException">A mode is unknown.</exception>
[TensorOp("s..., g... -> sampled(s, g)")]
public static partial class GridSample
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> grid, string mode = "bilinear", string paddingMode = "zeros", bool alignCorners = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var spatial = input.Rank - 2;
        Check(input, grid, spatial, mode, paddingMode);
        var (batch, channels) = (input.Shape[0], input.Shape[1]);
        var points = grid.Reshape(batch, -1, spatial);
        var axes = new List<(Tensor<long> Place, Tensor<T> Weight)>[spatial];
        for (var axis = 0; axis < spatial; axis++)
        {
            var length = input.Shape[input.Rank - 1 - axis];
            var at = points.Select(2, axis) + 1;
            at = alignCorners ? at * ((length - 1) / 2.0) : ((at * length) - 1) * 0.5;
            axes[axis] = [.. GridAxis.Taps(at, length, mode, paddingMode, alignCorners)];
        }

        var pixels = input.Reshape(batch, channels, -1);
        Tensor<T>? sum = null;
        void Add(int axis, Tensor<long>? place, Tensor<T>? weight, int stride)
        {
            if (axis == spatial)
            {
                int[] shape = [batch, channels, place!.Shape[1]];
                var term = pixels.Gather(2, place.Unsqueeze(1).Expand(shape)) * weight!.Unsqueeze(1);
                sum = sum is null ? term : sum + term;
                return;
            }

            foreach (var (at, share) in axes[axis])
                Add(axis + 1, place is null ? at : place + (at * stride), weight is null ? share : weight * share, stride * input.Shape[input.Rank - 1 - axis]);
        }

        Add(0, null, null, 1);
        return sum!.Reshape([batch, channels, .. grid.Shape.AsSpan()[1..^1]]);
    }

    private static void Check(Tensor input, Tensor grid, int spatial, string mode, string paddingMode)
    {
        if (mode is not ("bilinear" or "nearest" or "bicubic"))
            throw new TensorException($"nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: '{mode}'");
        if (paddingMode is not ("zeros" or "border" or "reflection"))
            throw new TensorException($"nn.functional.grid_sample(): expected padding_mode to be 'zeros', 'border', or 'reflection', but got: '{paddingMode}'");
        if (spatial is not (2 or 3) || grid.Rank != input.Rank)
            throw new ShapeException($"grid_sampler(): expected 4D or 5D input and grid with same number of dimensions, but got input with sizes {input.Shape} and grid with sizes {grid.Shape}");
        if (input.Shape[0] != grid.Shape[0])
            throw new ShapeException($"grid_sampler(): expected grid and input to have same batch size, but got input with sizes {input.Shape} and grid with sizes {grid.Shape}");
        if (grid.Shape[-1] != spatial)
            throw new ShapeException($"grid_sampler(): expected grid to have size {spatial} in last dimension, but got grid with sizes {grid.Shape}");
        if (input.Shape.Skip(2).Contains(0))
            throw new ShapeException($"grid_sampler(): expected input to have non-empty spatial dimensions, but input has sizes {input.Shape} with dimension {2 + Array.IndexOf(input.Shape.ToArray()[2..], 0)} being empty");
        if (mode == "bicubic" && spatial == 3)
            throw new TensorException($"grid_sampler(): bicubic interpolation only supports 4D input. The shape is {input.Shape}.");
    }
}
