using System.Runtime.CompilerServices;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>Where a register tile writes.</summary>
/// <param name="RowStride">The distance between rows.</param>
/// <param name="IsFirst">Whether this is the first part of the inner dimension: it overwrites, the others add.</param>
internal readonly record struct TileTarget(int RowStride, bool IsFirst);

/// <summary>The innermost loop of the matrix product: a tile of the result, two vectors wide, held in registers.</summary>
internal static class RegisterTile<L, T>
    where L : struct, IMemoryLane<L, T>
    where T : unmanaged
{
    /// <summary>Eight rows: sixteen accumulators, for processors with 32 vector registers.</summary>
    public static void Run8(ref T a, ref T b, int count, ref T c, TileTarget target, int rows, int columns)
    {
        if (rows == 8 && columns == 2 * L.Width)
        {
            Whole8(ref a, ref b, count, ref c, target);
            return;
        }

        Span<T> tile = stackalloc T[16 * L.Width];
        Whole8(ref a, ref b, count, ref tile[0], new TileTarget(2 * L.Width, IsFirst: true));
        WritePart(tile, ref c, target, rows, columns);
    }

    /// <summary>Four rows: eight accumulators, for processors with 16 vector registers.</summary>
    public static void Run4(ref T a, ref T b, int count, ref T c, TileTarget target, int rows, int columns)
    {
        if (rows == 4 && columns == 2 * L.Width)
        {
            Whole4(ref a, ref b, count, ref c, target);
            return;
        }

        Span<T> tile = stackalloc T[8 * L.Width];
        Whole4(ref a, ref b, count, ref tile[0], new TileTarget(2 * L.Width, IsFirst: true));
        WritePart(tile, ref c, target, rows, columns);
    }

    // No call may follow the loop here: registers that have to survive one are written to the stack in every turn of the loop.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Whole8(ref T a, ref T b, int count, ref T c, TileTarget target)
    {
        L c00 = Zero, c01 = Zero, c10 = Zero, c11 = Zero, c20 = Zero, c21 = Zero, c30 = Zero, c31 = Zero;
        L c40 = Zero, c41 = Zero, c50 = Zero, c51 = Zero, c60 = Zero, c61 = Zero, c70 = Zero, c71 = Zero;
        for (var i = 0; i < count; i++)
        {
            var b0 = L.Load(ref b);
            var b1 = L.Load(ref Unsafe.Add(ref b, L.Width));
            Row(a, b0, b1, ref c00, ref c01);
            Row(Unsafe.Add(ref a, 1), b0, b1, ref c10, ref c11);
            Row(Unsafe.Add(ref a, 2), b0, b1, ref c20, ref c21);
            Row(Unsafe.Add(ref a, 3), b0, b1, ref c30, ref c31);
            Row(Unsafe.Add(ref a, 4), b0, b1, ref c40, ref c41);
            Row(Unsafe.Add(ref a, 5), b0, b1, ref c50, ref c51);
            Row(Unsafe.Add(ref a, 6), b0, b1, ref c60, ref c61);
            Row(Unsafe.Add(ref a, 7), b0, b1, ref c70, ref c71);
            a = ref Unsafe.Add(ref a, 8);
            b = ref Unsafe.Add(ref b, 2 * L.Width);
        }

        Write(c00, c01, ref c, target, 0);
        Write(c10, c11, ref c, target, 1);
        Write(c20, c21, ref c, target, 2);
        Write(c30, c31, ref c, target, 3);
        Write(c40, c41, ref c, target, 4);
        Write(c50, c51, ref c, target, 5);
        Write(c60, c61, ref c, target, 6);
        Write(c70, c71, ref c, target, 7);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Whole4(ref T a, ref T b, int count, ref T c, TileTarget target)
    {
        L c00 = Zero, c01 = Zero, c10 = Zero, c11 = Zero, c20 = Zero, c21 = Zero, c30 = Zero, c31 = Zero;
        for (var i = 0; i < count; i++)
        {
            var b0 = L.Load(ref b);
            var b1 = L.Load(ref Unsafe.Add(ref b, L.Width));
            Row(a, b0, b1, ref c00, ref c01);
            Row(Unsafe.Add(ref a, 1), b0, b1, ref c10, ref c11);
            Row(Unsafe.Add(ref a, 2), b0, b1, ref c20, ref c21);
            Row(Unsafe.Add(ref a, 3), b0, b1, ref c30, ref c31);
            a = ref Unsafe.Add(ref a, 4);
            b = ref Unsafe.Add(ref b, 2 * L.Width);
        }

        Write(c00, c01, ref c, target, 0);
        Write(c10, c11, ref c, target, 1);
        Write(c20, c21, ref c, target, 2);
        Write(c30, c31, ref c, target, 3);
    }

    private static L Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => L.Broadcast(default);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Row(T a, L b0, L b1, ref L c0, ref L c1)
    {
        var x = L.Broadcast(a);
        c0 = L.FusedMultiplyAdd(x, b0, c0);
        c1 = L.FusedMultiplyAdd(x, b1, c1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(L c0, L c1, ref T c, TileTarget target, int row)
    {
        ref var at = ref Unsafe.Add(ref c, row * target.RowStride);
        ref var second = ref Unsafe.Add(ref at, L.Width);
        L.Store(target.IsFirst ? c0 : L.Load(ref at) + c0, ref at);
        L.Store(target.IsFirst ? c1 : L.Load(ref second) + c1, ref second);
    }

    // At the edges the tile reaches beyond the result.
    private static void WritePart(Span<T> tile, ref T c, TileTarget target, int rows, int columns)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                ref var element = ref Unsafe.Add(ref c, (row * target.RowStride) + column);
                var value = ScalarLane<T>.Broadcast(tile[(row * 2 * L.Width) + column]);
                ScalarLane<T>.Store(target.IsFirst ? value : ScalarLane<T>.Broadcast(element) + value, ref element);
            }
        }
    }
}
