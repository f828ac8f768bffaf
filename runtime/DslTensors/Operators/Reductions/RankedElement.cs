using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The element along a dimension that has a given rank among the sorted ones, and its index; NaN is greatest.</summary>
internal static class RankedElement
{
    /// <summary>Which rank to take of a row, counted from 0.</summary>
    public delegate int Rank<T>(ReadOnlySpan<T> row);

    public static void Fill<T>(string operation, TensorView<T> input, TensorView<T> values, TensorView<long> indices, int dim, Rank<T> rank)
        where T : unmanaged, INumber<T>
    {
        var flags = new bool[input.Rank];
        var at = Dimension.Wrap(dim, input.Rank);
        if (input.Rank > 0)
            flags[at] = true;
        if (input.Rank > 0 && input.Sizes[at] == 0 && values.Count > 0)
            throw new ShapeException($"{operation}(): Expected reduction dim {at} to have non-zero size. The tensor has shape {Shape.Format(input.Sizes)}.");
        var rows = ReducedRows.Of(input, flags, out var length);
        var order = new int[length];
        for (var i = 0; i < values.Count; i++)
        {
            var row = rows.AsSpan(i * length, length);
            for (var k = 0; k < length; k++)
                order[k] = k;
            Array.Sort(order, new ByElement<T>(rows, i * length));
            var picked = order[rank(row)];
            values.Span[i] = row[picked];
            indices.Span[i] = picked;
        }
    }

    /// <summary>How many elements are not NaN.</summary>
    public static int Numbers<T>(ReadOnlySpan<T> row)
        where T : unmanaged, INumber<T>
    {
        var count = 0;
        foreach (var element in row)
            count += T.IsNaN(element) ? 0 : 1;
        return count;
    }

    // Equal elements in the order of their indices.
    private sealed class ByElement<T>(T[] rows, int first) : IComparer<int>
        where T : unmanaged, INumber<T>
    {
        public int Compare(int x, int y)
        {
            var (left, right) = (rows[first + x], rows[first + y]);
            if (T.IsNaN(left) || T.IsNaN(right))
                return T.IsNaN(left) && T.IsNaN(right) ? x - y : T.IsNaN(left) ? 1 : -1;
            return left < right ? -1 : left > right ? 1 : x - y;
        }
    }
}
