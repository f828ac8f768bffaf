using System.Numerics;
using System.Runtime.Intrinsics;

namespace DslTensors.Cpu;

/// <summary>Matrix products on the processor: packed panels and a register tile for large ones, plain rows for small ones.</summary>
internal static class MatrixProduct
{
    // Below this many multiply-adds packing costs more than it saves.
    private const long SmallWork = 16 * 1024;

    /// <summary>Fills <paramref name="result"/>, whose rows are contiguous, with the product.</summary>
    public static void Run<T>(MatrixView<T> left, MatrixView<T> right, MatrixView<T> result)
        where T : unmanaged, INumberBase<T>
    {
        if (result.Rows == 0 || result.Columns == 0)
            return;
        var work = (long)result.Rows * result.Columns * left.Columns;
        if (left.Columns == 0)
            Clear(result);
        else if (typeof(T) == typeof(float) || typeof(T) == typeof(double))
            RunFloatingPoint(left, right, result, work);
        else
            RowProduct<ScalarLane<T>, T>.Run(left, right, result);
    }

    private static void RunFloatingPoint<T>(MatrixView<T> left, MatrixView<T> right, MatrixView<T> result, long work)
        where T : unmanaged
    {
        if (Vector512.IsHardwareAccelerated)
            Choose<Lane512<T>, T>(left, right, result, work, tileRows: 8);
        else if (Vector256.IsHardwareAccelerated)
            Choose<Lane256<T>, T>(left, right, result, work, tileRows: 4);
        else if (Vector128.IsHardwareAccelerated)
            Choose<Lane128<T>, T>(left, right, result, work, tileRows: 4);
        else
            RowProduct<ScalarLane<T>, T>.Run(left, right, result);
    }

    private static void Choose<L, T>(MatrixView<T> left, MatrixView<T> right, MatrixView<T> result, long work, int tileRows)
        where L : struct, Lanes.IMemoryLane<L, T>
        where T : unmanaged
    {
        if (work <= SmallWork && right.ColumnStride == 1)
            RowProduct<L, T>.Run(left, right, result);
        else
            PanelProduct<L, T>.Run(left, right, result, tileRows, work);
    }

    private static void Clear<T>(MatrixView<T> result)
        where T : unmanaged
    {
        for (var row = 0; row < result.Rows; row++)
            result.Array.AsSpan(result.Offset + (row * result.RowStride), result.Columns).Clear();
    }
}
