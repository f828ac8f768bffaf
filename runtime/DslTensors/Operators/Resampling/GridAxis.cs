using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Which pixels along one axis, with which weights, stand for places between them.</summary>
internal static class GridAxis
{
    public static IEnumerable<(Tensor<long> Place, Tensor<T> Weight)> Taps<T>(Tensor<T> at, int length, string mode, string paddingMode, bool alignCorners)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (mode == "bicubic")
        {
            var below = at.Detach().Floor();
            var weights = Cubic(at - below);
            for (var k = 0; k < 4; k++)
                yield return Within(Bounded(below + (k - 1), length, paddingMode, alignCorners), weights[k], length);
            yield break;
        }

        var bounded = Bounded(at, length, paddingMode, alignCorners);
        if (mode == "nearest")
        {
            yield return Within(bounded.Detach().Round(), bounded.OnesLike(), length);
            yield break;
        }

        var floor = bounded.Detach().Floor();
        var share = bounded - floor;
        yield return Within(floor, 1 - share, length);
        yield return Within(floor + 1, share, length);
    }

    // What lies outside weighs nothing.
    private static (Tensor<long> Place, Tensor<T> Weight) Within<T>(Tensor<T> place, Tensor<T> weight, int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var outside = place.Lt(0).LogicalOr(place.Gt(length - 1)).LogicalOr(place.Isnan());
        return (place.MaskedFill(outside, 0).To<long>(), weight.MaskedFill(outside, 0));
    }

    private static Tensor<T> Bounded<T>(Tensor<T> at, int length, string paddingMode, bool alignCorners)
        where T : unmanaged, IFloatingPointIeee754<T> => paddingMode switch
        {
            "border" => at.Clamp(0, length - 1),
            "reflection" => Reflected(at, length, alignCorners).Clamp(0, length - 1),
            _ => at,
        };

    private static Tensor<T> Reflected<T>(Tensor<T> at, int length, bool alignCorners)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (low, span) = alignCorners ? (0.0, length - 1.0) : (-0.5, (double)length);
        if (span == 0)
            return at * 0;
        var distance = (at - low).Abs();
        var flips = (distance.Detach() / span).Floor();
        var rest = distance - (flips * span);
        return Tensor.Where(flips.Remainder(2).Eq(0), rest + low, span - rest + low);
    }

    private static Tensor<T>[] Cubic<T>(Tensor<T> share)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        const double A = -0.75;
        Tensor<T> Near(Tensor<T> d) => ((d * (A + 2)) - (A + 3)) * d.Square() + 1;
        Tensor<T> Far(Tensor<T> d) => (((d * A) - (5 * A)) * d + (8 * A)) * d - (4 * A);
        return [Far(share + 1), Near(share), Near(1 - share), Far(2 - share)];
    }
}
