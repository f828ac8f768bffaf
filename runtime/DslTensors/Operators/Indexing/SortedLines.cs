using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Sorts the lines along a dimension and keeps as many elements of each as the results have room for.</summary>
internal static class SortedLines
{
    public static void Fill<T>(TensorView<T> input, TensorView<T> values, TensorView<long> indices, int dim, bool descending)
        where T : unmanaged, INumber<T>
    {
        var source = input.Dense().Span;
        var at = Dimension.Wrap(dim, input.Rank);
        var (outer, inner) = SliceSizes.Around(input.Sizes, at);
        var (count, kept) = input.Rank == 0 ? (1, 1) : (input.Sizes[at], values.Sizes[at]);
        var (line, order) = (new T[count], new int[count]);
        for (var i = 0; i < outer * inner; i++)
        {
            var (block, column) = (i / inner, i % inner);
            for (var j = 0; j < count; j++)
                (line[j], order[j]) = (source[(((block * count) + j) * inner) + column], j);
            Array.Sort(order, (a, b) => Compare(line[a], line[b], descending) is var sign and not 0 ? sign : a.CompareTo(b));
            for (var j = 0; j < kept; j++)
            {
                var to = (((block * kept) + j) * inner) + column;
                values.Span[to] = line[order[j]];
                indices.Span[to] = order[j];
            }
        }
    }

    private static int Compare<T>(T a, T b, bool descending)
        where T : unmanaged, INumber<T>
    {
        var sign = T.IsNaN(a) || T.IsNaN(b) ? T.IsNaN(a).CompareTo(T.IsNaN(b)) : a.CompareTo(b);
        return descending ? -sign : sign;
    }
}
