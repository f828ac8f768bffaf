using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Quantiles: sorted lines, read between two ranks.</summary>
internal static class RankedQuantile
{
    public static Tensor<T> Of<T>(string operation, Tensor<T> input, Tensor<T> q, int? dim, bool keepDim, string interpolation, bool ignoresNaN)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check(operation, input, q, interpolation);
        var at = dim is { } given ? Dimension.Wrap(given, input.Rank) : -1;
        var lines = dim is null || input.Rank == 0 ? input.Reshape(-1) : input.Movedim(at, -1);
        var sorted = lines.Sort(-1).Values;
        var size = sorted.Shape[-1];
        if (size == 0)
            throw new ShapeException($"{operation}() input tensor must be non-empty. Its shape is {input.Shape}.");

        // [..., k]: for each line as many ranks as there are shares.
        var shares = q.Reshape(-1);
        var nans = sorted.Isnan();
        Tensor<T> ranks;
        if (ignoresNaN)
            ranks = shares * ((size - 1) - nans.Sum(-1, keepDim: true).To<T>()).ClampMin(0);
        else
            ranks = (shares * (size - 1)).Expand([.. sorted.Shape.AsSpan()[..^1], shares.Shape[0]]).MaskedFill(nans.Any(-1, keepDim: true), size - 1);
        ranks = interpolation switch
        {
            "lower" => ranks.Floor(),
            "higher" => ranks.Ceil(),
            "nearest" => ranks.Round(),
            _ => ranks,
        };
        var below = ranks.Detach().Floor();
        var values = sorted.Gather(-1, below.To<long>());
        if (interpolation is "linear" or "midpoint")
        {
            var above = sorted.Gather(-1, ranks.Detach().Ceil().To<long>());
            values = interpolation == "midpoint" ? values.Lerp(above, 0.5) : values.Lerp(above, ranks - below);
        }

        values = values.Movedim(-1, 0);
        if (keepDim)
            values = dim is null ? values.Reshape([values.Shape[0], .. Enumerable.Repeat(1, input.Rank)]) : input.Rank == 0 ? values : values.Unsqueeze(at + 1);
        return q.Rank == 0 ? values.Squeeze(0) : values;
    }

    private static void Check<T>(string operation, Tensor<T> input, Tensor<T> q, string interpolation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (interpolation is not ("linear" or "lower" or "higher" or "midpoint" or "nearest"))
            throw new TensorException($"{operation}() interpolation must be one of linear, lower, higher, midpoint or nearest, but got {interpolation}. The shape is {input.Shape}.");
        if (q.Rank > 1)
            throw new ShapeException($"{operation}() q must be a scalar or 1D tensor. Its shape is {q.Shape}.");
        foreach (var share in q.ToArray())
        {
            if (share < T.Zero || share > T.One)
                throw new TensorException($"{operation}() q values must be in the range [0, 1]. One is {share}.");
        }
    }
}
