using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Images, lines or volumes in another size (PyTorch's <c>nn.functional.interpolate</c>).</summary>
/// <param name="input">The images, [b, c, ...], with one to three spatial dimensions.</param>
/// <param name="size">The spatial sizes of the result.</param>
/// <param name="scaleFactor">Instead of them, by how much the sizes grow.</param>
/// <param name="mode"><c>"nearest"</c>, <c>"nearest-exact"</c>, <c>"linear"</c> (of lines), <c>"bilinear"</c> (of images), <c>"trilinear"</c> (of volumes), <c>"bicubic"</c> (of images) or <c>"area"</c>.</param>
/// <param name="alignCorners">Whether the centres of the corner pixels stay where they are; not for "nearest" and "area".</param>
/// <param name="recomputeScaleFactor">Whether the factor is that of the sizes, which are rounded down, instead of <paramref name="scaleFactor"/>.</param>
/// <returns>The images in the other size.</returns>
/// <exception cref="ShapeException">The rank is wrong, sizes and factors are both given or both missing, or a size is not positive.</exception>
/// <exception cref="TensorException">The mode is unknown, or does not fit the rank.</exception>
[TensorOp("s... -> interpolate(s, size, scaleFactor)", Aliases = ["upsample"])]
public static partial class Interpolate
{
    private static Tensor<T> Compose<T>(
        Tensor<T> input, PerDimension? size = null, ScaleFactor? scaleFactor = null, string mode = "nearest", bool? alignCorners = null, bool? recomputeScaleFactor = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var spatial = input.Rank - 2;
        Check(input, spatial, mode, alignCorners);
        if ((size is null) == (scaleFactor is null))
            throw new ShapeException(size is null ? "either size or scale_factor should be defined. interpolate: give one of them." : "only one of size or scale_factor should be defined. interpolate: give one of them.");
        var factors = scaleFactor?.For(spatial);
        var sizes = size?.For(spatial, "size", []) ?? [.. factors!.Select((factor, i) => (int)Math.Floor(input.Shape[i + 2] * factor))];
        var result = input;
        for (var i = 0; i < spatial; i++)
        {
            var (from, to) = (input.Shape[i + 2], sizes[i]);
            if (from <= 0 || to <= 0)
                throw new ShapeException($"Input and output sizes should be greater than 0, but got input ({string.Join(", ", input.Shape.Skip(2))}) and output ({string.Join(", ", sizes)}). interpolate: every spatial size counts.");
            var ratio = factors is null || recomputeScaleFactor == true ? (double)from / to : 1 / factors[i];
            var isAligned = alignCorners == true;
            var scale = isAligned ? (to > 1 ? (from - 1.0) / (to - 1) : 0) : ratio;
            var weights = mode switch
            {
                "nearest" or "nearest-exact" => SampleWeights.Nearest(from, to, ratio, mode == "nearest-exact", typeof(T) == typeof(float)),
                "area" => SampleWeights.Area(from, to),
                "bicubic" => SampleWeights.Cubic(from, to, scale, isAligned),
                _ => SampleWeights.Linear(from, to, scale, isAligned),
            };
            int[] shape = [.. result.Shape];
            shape[i + 2] = to;
            result = Resampled.Apply(result, shape, i + 2, weights, false, null);
        }

        return result;
    }

    private static void Check(Tensor input, int spatial, string mode, bool? alignCorners)
    {
        if (spatial is < 1 or > 3)
            throw new ShapeException($"Input Error: Only 3D, 4D and 5D input Tensors supported (got {input.Rank}D) for the modes: nearest | linear | bilinear | bicubic | trilinear | area | nearest-exact (got {mode}). The shape is {input.Shape}.");
        var fits = mode switch
        {
            "nearest" or "nearest-exact" or "area" => true,
            "linear" => spatial == 1,
            "bilinear" or "bicubic" => spatial == 2,
            "trilinear" => spatial == 3,
            _ => throw new TensorException($"Input Error: Only 3D, 4D and 5D input Tensors supported (got {input.Rank}D) for the modes: nearest | linear | bilinear | bicubic | trilinear | area | nearest-exact (got {mode})"),
        };
        if (!fits)
            throw new TensorException($"Got {input.Rank}D input, but {mode} mode needs {(mode == "linear" ? 3 : mode == "trilinear" ? 5 : 4)}D input. The shape is {input.Shape}.");
        if (alignCorners is not null && mode is ("nearest" or "nearest-exact" or "area"))
            throw new TensorException("align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear. Leave it out.");
    }
}
