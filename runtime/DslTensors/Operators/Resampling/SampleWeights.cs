namespace DslTensors.Operators;

/// <summary>How each place of a resampled line is a sum of places of the original: as many of them for each, with weights.</summary>
/// <param name="Size">The length of the original.</param>
/// <param name="Count">The length of the result.</param>
/// <param name="Taps">How many places are summed for each.</param>
/// <param name="Places">The places, <see cref="Taps"/> for each.</param>
/// <param name="Weights">Their weights.</param>
internal sealed record SampleWeights(int Size, int Count, int Taps, int[] Places, double[] Weights)
{
    /// <summary>The nearest place, by the lower edge of a pixel or by its centre.</summary>
    public static SampleWeights Nearest(int size, int count, double scale, bool isExact, bool isFloat) => Of(size, count, 1, (place, at, weights) =>
    {
        var source = isFloat ? MathF.Floor((float)scale * (place + (isExact ? 0.5f : 0))) : Math.Floor(scale * (place + (isExact ? 0.5 : 0)));
        (at[0], weights[0]) = (Math.Clamp((int)source, 0, size - 1), 1);
    });

    /// <summary>Two places, by distance.</summary>
    public static SampleWeights Linear(int size, int count, double scale, bool alignCorners) => Of(size, count, 2, (place, at, weights) =>
    {
        var source = alignCorners ? place * scale : Math.Max(0, ((place + 0.5) * scale) - 0.5);
        var below = Math.Min((int)source, size - 1);
        (at[0], at[1]) = (below, Math.Min(below + 1, size - 1));
        var share = Math.Clamp(source - below, 0, 1);
        (weights[0], weights[1]) = (1 - share, share);
    });

    /// <summary>Four places, by the cubic convolution of Keys (1981) with the parameter -0.75.</summary>
    public static SampleWeights Cubic(int size, int count, double scale, bool alignCorners) => Of(size, count, 4, (place, at, weights) =>
    {
        var source = alignCorners ? place * scale : ((place + 0.5) * scale) - 0.5;
        var below = Math.Floor(source);
        CubicWeights(source - below, weights);
        for (var k = 0; k < 4; k++)
            at[k] = Math.Clamp((int)below - 1 + k, 0, size - 1);
    });

    /// <summary>The mean of the pixels that each pixel of the result covers.</summary>
    public static SampleWeights Area(int size, int count)
    {
        var most = 0;
        for (var place = 0; place < count; place++)
            most = Math.Max(most, To(place) - From(place));
        return Of(size, count, most, (place, at, weights) =>
        {
            var (from, to) = (From(place), To(place));
            for (var k = 0; k < at.Length; k++)
                (at[k], weights[k]) = from + k < to ? (from + k, 1.0 / (to - from)) : (from, 0);
        });

        int From(int place) => (int)((long)place * size / count);

        int To(int place) => (int)((((long)(place + 1) * size) + count - 1) / count);
    }

    /// <summary>The weights of four neighbours for a place between the second and the third.</summary>
    public static void CubicWeights(double share, Span<double> weights)
    {
        const double A = -0.75;
        static double Near(double d) => ((((A + 2) * d) - (A + 3)) * d * d) + 1;
        static double Far(double d) => ((((A * d) - (5 * A)) * d) + (8 * A)) * d - (4 * A);
        (weights[0], weights[1], weights[2], weights[3]) = (Far(share + 1), Near(share), Near(1 - share), Far(2 - share));
    }

    private static SampleWeights Of(int size, int count, int taps, Filling fill)
    {
        var (places, weights) = (new int[count * taps], new double[count * taps]);
        for (var place = 0; place < count; place++)
            fill(place, places.AsSpan(place * taps, taps), weights.AsSpan(place * taps, taps));
        return new SampleWeights(size, count, taps, places, weights);
    }

    private delegate void Filling(int place, Span<int> at, Span<double> weights);
}
