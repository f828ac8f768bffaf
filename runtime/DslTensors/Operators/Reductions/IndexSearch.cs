using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Finds the index of the best element along a dimension.</summary>
internal static class IndexSearch
{
    /// <summary>Writes, for each result, the first index whose element no other one beats.</summary>
    public static void Run<T>(TensorView<T> input, TensorView<long> result, int? dim, string operation, Func<T, T, bool> beats)
        where T : unmanaged, INumber<T>
    {
        var dense = input.Dense();
        var (outer, count, inner) = dim is { } one ? Split(dense.Sizes, one) : (1, dense.Count, 1);
        if (count == 0 && result.Count > 0)
        {
            throw new ShapeException(dim is null
                ? $"{operation}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument."
                : $"{operation}(): Expected reduction dim {dim} to have non-zero size. The tensor has shape {Shape.Format(input.Sizes)}.");
        }

        for (var i = 0; i < outer; i++)
        {
            for (var j = 0; j < inner; j++)
            {
                var first = dense.Offset + (i * count * inner) + j;
                var best = 0;
                for (var k = 1; k < count; k++)
                {
                    if (beats(dense.Array[first + (k * inner)], dense.Array[first + (best * inner)]))
                        best = k;
                }

                result.Array[result.Offset + (i * inner) + j] = best;
            }
        }
    }

    private static (int Outer, int Count, int Inner) Split(int[] sizes, int dim)
    {
        if (sizes.Length == 0)
            return (1, 1, 1);
        var at = Dimension.Wrap(dim, sizes.Length);
        var (outer, inner) = (1, 1);
        for (var i = 0; i < at; i++)
            outer *= sizes[i];
        for (var i = at + 1; i < sizes.Length; i++)
            inner *= sizes[i];
        return (outer, sizes[at], inner);
    }
}
