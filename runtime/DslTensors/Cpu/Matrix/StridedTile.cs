using System.Runtime.CompilerServices;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>The distances in a small product, in elements.</summary>
/// <param name="LeftRow">Between rows of the left matrix.</param>
/// <param name="LeftColumn">Between its columns.</param>
/// <param name="RightRow">Between rows of the right matrix, whose columns lie side by side.</param>
/// <param name="ResultRow">Between rows of the result, likewise.</param>
/// <param name="Depth">The inner size.</param>
internal readonly record struct TileSteps(nint LeftRow, nint LeftColumn, nint RightRow, nint ResultRow, nint Depth);

/// <summary>A tile of a result, one or two vectors wide, held in registers while both matrices are read where they lie.</summary>
internal static class StridedTile<L, T, TRows>
    where L : struct, IMemoryLane<L, T>
    where T : unmanaged
    where TRows : struct, ITileRows
{
    /// <summary>One vector of columns; sums begin with <paramref name="offsets"/>, if they are not a null reference.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void RunOne(ref T a, ref T b, ref T c, ref T offsets, in TileSteps steps)
    {
        var start = Unsafe.IsNullRef(ref offsets) ? L.Broadcast(default) : L.Load(ref offsets);
        L c0 = start, c1 = start, c2 = start, c3 = start, c4 = start, c5 = start, c6 = start, c7 = start;
        var (row, column, right) = (steps.LeftRow, steps.LeftColumn, steps.RightRow);
        ref var lower = ref Unsafe.Add(ref a, 4 * row);
        for (var i = steps.Depth; i > 0; i--)
        {
            var b0 = L.Load(ref b);
            Add(a, b0, ref c0);
            if (TRows.Count > 1)
                Add(Unsafe.Add(ref a, row), b0, ref c1);
            if (TRows.Count > 2)
            {
                Add(Unsafe.Add(ref a, 2 * row), b0, ref c2);
                Add(Unsafe.Add(ref a, 3 * row), b0, ref c3);
            }

            if (TRows.Count > 4)
            {
                Add(lower, b0, ref c4);
                Add(Unsafe.Add(ref lower, row), b0, ref c5);
                Add(Unsafe.Add(ref lower, 2 * row), b0, ref c6);
                Add(Unsafe.Add(ref lower, 3 * row), b0, ref c7);
                lower = ref Unsafe.Add(ref lower, column);
            }

            a = ref Unsafe.Add(ref a, column);
            b = ref Unsafe.Add(ref b, right);
        }

        var result = steps.ResultRow;
        L.Store(c0, ref c);
        if (TRows.Count > 1)
            L.Store(c1, ref Unsafe.Add(ref c, result));
        if (TRows.Count > 2)
        {
            L.Store(c2, ref Unsafe.Add(ref c, 2 * result));
            L.Store(c3, ref Unsafe.Add(ref c, 3 * result));
        }

        if (TRows.Count > 4)
        {
            c = ref Unsafe.Add(ref c, 4 * result);
            L.Store(c4, ref c);
            L.Store(c5, ref Unsafe.Add(ref c, result));
            L.Store(c6, ref Unsafe.Add(ref c, 2 * result));
            L.Store(c7, ref Unsafe.Add(ref c, 3 * result));
        }
    }

    /// <summary>Two vectors of columns, the second from column <paramref name="second"/> of the tile on; they may overlap.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void RunTwo(ref T a, ref T b, ref T c, ref T offsets, in TileSteps steps, nint second)
    {
        L start0 = L.Broadcast(default), start1 = start0;
        if (!Unsafe.IsNullRef(ref offsets))
            (start0, start1) = (L.Load(ref offsets), L.Load(ref Unsafe.Add(ref offsets, second)));
        L c00 = start0, c01 = start1, c10 = start0, c11 = start1, c20 = start0, c21 = start1, c30 = start0, c31 = start1;
        L c40 = start0, c41 = start1, c50 = start0, c51 = start1, c60 = start0, c61 = start1, c70 = start0, c71 = start1;
        var (row, column, right) = (steps.LeftRow, steps.LeftColumn, steps.RightRow);
        ref var lower = ref Unsafe.Add(ref a, 4 * row);
        for (var i = steps.Depth; i > 0; i--)
        {
            var b0 = L.Load(ref b);
            var b1 = L.Load(ref Unsafe.Add(ref b, second));
            Add(a, b0, b1, ref c00, ref c01);
            if (TRows.Count > 1)
                Add(Unsafe.Add(ref a, row), b0, b1, ref c10, ref c11);
            if (TRows.Count > 2)
            {
                Add(Unsafe.Add(ref a, 2 * row), b0, b1, ref c20, ref c21);
                Add(Unsafe.Add(ref a, 3 * row), b0, b1, ref c30, ref c31);
            }

            if (TRows.Count > 4)
            {
                Add(lower, b0, b1, ref c40, ref c41);
                Add(Unsafe.Add(ref lower, row), b0, b1, ref c50, ref c51);
                Add(Unsafe.Add(ref lower, 2 * row), b0, b1, ref c60, ref c61);
                Add(Unsafe.Add(ref lower, 3 * row), b0, b1, ref c70, ref c71);
                lower = ref Unsafe.Add(ref lower, column);
            }

            a = ref Unsafe.Add(ref a, column);
            b = ref Unsafe.Add(ref b, right);
        }

        var result = steps.ResultRow;
        Store(c00, c01, ref c, second);
        if (TRows.Count > 1)
            Store(c10, c11, ref Unsafe.Add(ref c, result), second);
        if (TRows.Count > 2)
        {
            Store(c20, c21, ref Unsafe.Add(ref c, 2 * result), second);
            Store(c30, c31, ref Unsafe.Add(ref c, 3 * result), second);
        }

        if (TRows.Count > 4)
        {
            c = ref Unsafe.Add(ref c, 4 * result);
            Store(c40, c41, ref c, second);
            Store(c50, c51, ref Unsafe.Add(ref c, result), second);
            Store(c60, c61, ref Unsafe.Add(ref c, 2 * result), second);
            Store(c70, c71, ref Unsafe.Add(ref c, 3 * result), second);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(T a, L b, ref L c) => c = L.FusedMultiplyAdd(L.Broadcast(a), b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(T a, L b0, L b1, ref L c0, ref L c1)
    {
        var x = L.Broadcast(a);
        c0 = L.FusedMultiplyAdd(x, b0, c0);
        c1 = L.FusedMultiplyAdd(x, b1, c1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(L c0, L c1, ref T c, nint second)
    {
        L.Store(c0, ref c);
        L.Store(c1, ref Unsafe.Add(ref c, second));
    }
}
