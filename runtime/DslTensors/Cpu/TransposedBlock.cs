using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DslTensors.Cpu;

/// <summary>Copies a matrix with rows and columns exchanged, in tiles of vectors where the processor can shuffle them.</summary>
internal static class TransposedBlock
{
    private const int Tile = 4;

    /// <summary>Writes element [i, j] of the source to [j, i] of the target.</summary>
    /// <param name="source">The first element; its columns lie side by side.</param>
    /// <param name="sourceStride">The distance between the source's rows.</param>
    /// <param name="target">Where the first element goes.</param>
    /// <param name="targetStride">The distance between the target's rows.</param>
    /// <param name="rows">The source's rows.</param>
    /// <param name="columns">The source's columns.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Copy<T>(ref T source, nint sourceStride, ref T target, nint targetStride, int rows, int columns)
        where T : unmanaged
    {
        var (tiledRows, tiledColumns) = Unsafe.SizeOf<T>() == sizeof(float) && Sse.IsSupported ? (rows & -Tile, columns & -Tile) : (0, 0);
        for (var j = 0; j < tiledColumns; j += Tile)
        {
            for (var i = 0; i < tiledRows; i += Tile)
            {
                ref var from = ref Unsafe.As<T, float>(ref Unsafe.Add(ref source, (i * sourceStride) + j));
                ref var to = ref Unsafe.As<T, float>(ref Unsafe.Add(ref target, (j * targetStride) + i));
                CopyTile(
                    ref from, ref Unsafe.Add(ref from, sourceStride), ref Unsafe.Add(ref from, 2 * sourceStride), ref Unsafe.Add(ref from, 3 * sourceStride),
                    ref to, targetStride);
            }
        }

        Elements(ref source, sourceStride, ref target, targetStride, tiledRows, rows, 0, tiledColumns);
        Elements(ref source, sourceStride, ref target, targetStride, 0, rows, tiledColumns, columns);
    }

    /// <summary>Four rows of four elements as four columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyTile(ref float row0, ref float row1, ref float row2, ref float row3, ref float target, nint stride)
    {
        var (a, b) = (Vector128.LoadUnsafe(ref row0), Vector128.LoadUnsafe(ref row1));
        var (c, d) = (Vector128.LoadUnsafe(ref row2), Vector128.LoadUnsafe(ref row3));
        var (ab, cd) = (Sse.UnpackLow(a, b), Sse.UnpackLow(c, d));
        Sse.MoveLowToHigh(ab, cd).StoreUnsafe(ref target);
        Sse.MoveHighToLow(cd, ab).StoreUnsafe(ref Unsafe.Add(ref target, stride));
        (ab, cd) = (Sse.UnpackHigh(a, b), Sse.UnpackHigh(c, d));
        Sse.MoveLowToHigh(ab, cd).StoreUnsafe(ref Unsafe.Add(ref target, 2 * stride));
        Sse.MoveHighToLow(cd, ab).StoreUnsafe(ref Unsafe.Add(ref target, 3 * stride));
    }

    private static void Elements<T>(
        ref T source, nint sourceStride, ref T target, nint targetStride, int fromRow, int toRow, int fromColumn, int toColumn)
        where T : unmanaged
    {
        for (var j = fromColumn; j < toColumn; j++)
        {
            for (var i = fromRow; i < toRow; i++)
                Unsafe.Add(ref target, (j * targetStride) + i) = Unsafe.Add(ref source, (i * sourceStride) + j);
        }
    }
}
