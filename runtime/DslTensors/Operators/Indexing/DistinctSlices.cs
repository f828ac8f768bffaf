using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The slices of a dimension, or elements, without repetitions.</summary>
internal static class DistinctSlices
{
    /// <summary>The order of two slices.</summary>
    public delegate int Order<T>(ReadOnlySpan<T> first, ReadOnlySpan<T> second);

    /// <summary>Those that differ from the one before, after sorting them if there is an order.</summary>
    public static (Tensor<T> Output, Tensor<long> Inverse, Tensor<long> Counts) Of<T>(Tensor<T> input, int? dim, Order<T>? order)
        where T : unmanaged, INumber<T>
    {
        var at = dim is { } given ? Dimension.Wrap(given, input.Rank) : 0;
        var moved = dim is null || input.Rank == 0 ? input.Detach().Reshape(-1) : input.Detach().Movedim(at, 0).Contiguous();
        var (count, length) = (moved.Shape[0], moved.Shape[0] == 0 ? 0 : (int)(moved.Count / moved.Shape[0]));
        var elements = moved.ToArray();
        var places = Enumerable.Range(0, count).ToArray();
        ReadOnlySpan<T> Slice(int i) => elements.AsSpan(i * length, length);
        if (order is not null)
            Array.Sort(places, (a, b) => order(Slice(a), Slice(b)) is var sign and not 0 ? sign : a - b);

        var (kept, inverse, counts) = (new List<long>(), new long[count], new List<long>());
        for (var i = 0; i < count; i++)
        {
            if (i == 0 || !Slice(places[i]).SequenceEqual(Slice(places[i - 1])))
            {
                kept.Add(places[i]);
                counts.Add(0);
            }

            inverse[places[i]] = kept.Count - 1;
            counts[^1]++;
        }

        var output = moved.IndexSelect(0, Tensor.From(kept.ToArray()));
        var shaped = Tensor.From(inverse);
        return dim is null || input.Rank == 0
            ? (output, shaped.Reshape(input.Shape.ToArray()), Tensor.From(counts.ToArray()))
            : (output.Movedim(0, at), shaped, Tensor.From(counts.ToArray()));
    }

    /// <summary>Element by element, the first that differ decide.</summary>
    public static int Compare<T>(ReadOnlySpan<T> first, ReadOnlySpan<T> second)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < first.Length; i++)
        {
            var sign = T.IsNaN(first[i]) || T.IsNaN(second[i]) ? T.IsNaN(first[i]).CompareTo(T.IsNaN(second[i])) : first[i].CompareTo(second[i]);
            if (sign != 0)
                return sign;
        }

        return 0;
    }
}
