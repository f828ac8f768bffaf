using System.Numerics;

namespace DslTensors.Cpu;

/// <summary>Places in memory: a table that repeats at equal distances, as that of one image for every image of a batch.</summary>
/// <param name="places">The places of one repetition, counted from its first element.</param>
/// <param name="repeats">How often the table repeats.</param>
/// <param name="distance">From one repetition to the next.</param>
internal readonly struct OffsetTable(int[] places, int repeats = 1, int distance = 0)
{
    /// <summary>How many places there are.</summary>
    public int Count => places.Length * repeats;

    /// <summary>The multiples of a stride: the places along one dimension.</summary>
    public static int[] Steps(int count, int stride)
    {
        var steps = new int[count];
        for (var i = 0; i < count; i++)
            steps[i] = i * stride;
        return steps;
    }

    /// <summary>A list for each dimension.</summary>
    public static int[][] Along(int dimensions, Func<int, int[]> places)
    {
        var lists = new int[dimensions][];
        for (var i = 0; i < dimensions; i++)
            lists[i] = places(i);
        return lists;
    }

    /// <summary>All sums of one entry from each list, the last list fastest: the places of a grid from those along its dimensions.</summary>
    public static int[] Sums(params ReadOnlySpan<int[]> lists)
    {
        int[] sums = [0];
        foreach (var list in lists)
        {
            var next = new int[sums.Length * list.Length];
            for (var i = 0; i < sums.Length; i++)
            {
                for (var j = 0; j < list.Length; j++)
                    next[(i * list.Length) + j] = sums[i] + list[j];
            }

            sums = next;
        }

        return sums;
    }

    /// <summary>Writes the places from an index on.</summary>
    public void Fill(int from, Span<int> target)
    {
        if (target.IsEmpty)
            return;
        var (repetition, index) = Math.DivRem(from, places.Length);
        var start = repetition * distance;
        while (true)
        {
            var part = places.AsSpan(index, Math.Min(places.Length - index, target.Length));
            Add(part, start, target);
            if (part.Length == target.Length)
                return;
            target = target[part.Length..];
            (index, start) = (0, start + distance);
        }
    }

    private static void Add(ReadOnlySpan<int> offsets, int start, Span<int> target)
    {
        var i = 0;
        for (; i <= offsets.Length - Vector<int>.Count; i += Vector<int>.Count)
            (new Vector<int>(offsets[i..]) + new Vector<int>(start)).CopyTo(target[i..]);
        for (; i < offsets.Length; i++)
            target[i] = offsets[i] + start;
    }
}
