using System.Runtime.CompilerServices;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>Copies scattered elements into a panel that a matrix product reads straight through.</summary>
internal static class WindowPacking<L, T>
    where L : struct, IMemoryLane<L, T>
    where T : unmanaged
{
    /// <summary>Writes <c>source[rows[i] + columns[j]]</c>, row by row.</summary>
    /// <param name="source">The element that places are counted from.</param>
    /// <param name="rows">A place for each row.</param>
    /// <param name="columns">A place for each column.</param>
    /// <param name="target">Takes the elements.</param>
    /// <param name="width">From one row in the target to the next; what is left of a row stays as it is.</param>
    public static void Pack(ref T source, ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, ref T target, int width)
    {
        if (columns.Length == 2 * L.Width && IsRun(columns))
            PackRuns(ref Unsafe.Add(ref source, columns[0]), rows, ref target);
        else if (columns.Length == width && width % 4 == 0 && AreFours(columns))
            PackFours(ref source, rows, columns, ref target);
        else
            PackSingles(ref source, rows, columns, ref target, width);
    }

    /// <summary>Whether the places lie one after the other.</summary>
    public static bool IsRun(ReadOnlySpan<int> places)
    {
        for (var i = 1; i < places.Length; i++)
        {
            if (places[i] != places[0] + i)
                return false;
        }

        return true;
    }

    private static bool AreFours(ReadOnlySpan<int> places)
    {
        for (var i = 0; i < places.Length; i += 4)
        {
            if (!IsRun(places.Slice(i, 4)))
                return false;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void PackRuns(ref T source, ReadOnlySpan<int> rows, ref T target)
    {
        foreach (var row in rows)
        {
            ref var from = ref Unsafe.Add(ref source, row);
            L.Store(L.Load(ref from), ref target);
            L.Store(L.Load(ref Unsafe.Add(ref from, L.Width)), ref Unsafe.Add(ref target, L.Width));
            target = ref Unsafe.Add(ref target, 2 * L.Width);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void PackFours(ref T source, ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, ref T target)
    {
        foreach (var row in rows)
        {
            ref var from = ref Unsafe.Add(ref source, row);
            for (var j = 0; j < columns.Length; j += 4)
            {
                Unsafe.As<T, Four>(ref target) = Unsafe.As<T, Four>(ref Unsafe.Add(ref from, columns[j]));
                target = ref Unsafe.Add(ref target, 4);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void PackSingles(ref T source, ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, ref T target, int width)
    {
        foreach (var row in rows)
        {
            ref var from = ref Unsafe.Add(ref source, row);
            for (var j = 0; j < columns.Length; j++)
                Unsafe.Add(ref target, j) = Unsafe.Add(ref from, columns[j]);
            target = ref Unsafe.Add(ref target, width);
        }
    }

    /// <summary>Four neighbours, which move as one.</summary>
    [InlineArray(4)]
    private struct Four
    {
        private T _first;
    }
}
