using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DslTensors.Cpu;

/// <summary>Matrix products on the processor: packed panels for large ones, the matrices where they lie for small ones.</summary>
internal static class MatrixProduct
{
    // Below this many multiply-adds packing costs more than it saves, and so would a second thread.
    private const long SmallWork = 256 * 1024;

    // The right matrix of a small product stays in the second-level cache, also where it is copied.
    private const int SmallRight = 32 * 1024;

    /// <summary>Fills <paramref name="result"/>, whose rows are contiguous, with the product.</summary>
    public static void Run<T>(in MatrixView<T> left, in MatrixView<T> right, in MatrixView<T> result)
        where T : unmanaged, INumberBase<T>
    {
        if (IsSmall(left, result))
        {
            SmallProduct.Run(left, right.ColumnStride == 1 ? right : Transposition.Copy(right), ref Unsafe.NullRef<T>(), result, ProductBatch.One);
            return;
        }

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

    /// <summary>Fills <paramref name="result"/> with the product plus a row of numbers.</summary>
    public static void RunAffine<T>(in MatrixView<T> left, in MatrixView<T> right, ReadOnlySpan<T> offsets, in MatrixView<T> result)
        where T : unmanaged, INumber<T>
    {
        if (IsSmall(left, result))
        {
            SmallProduct.Run(left, right.ColumnStride == 1 ? right : Transposition.Copy(right), ref MemoryMarshal.GetReference(offsets), result, ProductBatch.One);
            return;
        }

        Run(left, right, result);
        for (var row = 0; row < result.Rows; row++)
            RowSum.Add(offsets, result.Array.AsSpan(result.Offset + (row * result.RowStride), result.Columns));
    }

    /// <summary>Fills the results of a batch, as <see cref="Run"/> does for one.</summary>
    public static void RunBatch<T>(in MatrixView<T> left, in MatrixView<T> right, in MatrixView<T> result, in ProductBatch batch)
        where T : unmanaged, INumberBase<T>
    {
        if (right.ColumnStride == 1 && IsSmall(left, result))
        {
            SmallProduct.Run(left, right, ref Unsafe.NullRef<T>(), result, batch);
            return;
        }

        for (var i = 0; i < batch.Count; i++)
            Run(left.MovedBy(i * (int)batch.LeftStep), right.MovedBy(i * (int)batch.RightStep), result.MovedBy(i * (int)batch.ResultStep));
    }

    private static bool IsSmall<T>(in MatrixView<T> left, in MatrixView<T> result)
        where T : unmanaged => (typeof(T) == typeof(float) || typeof(T) == typeof(double))
            && (long)result.Columns * left.Columns is > 0 and <= SmallRight and var right
            && right * result.Rows is > 0 and <= SmallWork;

    private static void RunFloatingPoint<T>(in MatrixView<T> left, in MatrixView<T> right, in MatrixView<T> result, long work)
        where T : unmanaged
    {
        if (Vector512.IsHardwareAccelerated)
            PanelProduct<Lane512<T>, T>.Run(left, right, result, tileRows: 8, work);
        else if (Vector256.IsHardwareAccelerated)
            PanelProduct<Lane256<T>, T>.Run(left, right, result, tileRows: 4, work);
        else if (Vector128.IsHardwareAccelerated)
            PanelProduct<Lane128<T>, T>.Run(left, right, result, tileRows: 4, work);
        else
            RowProduct<ScalarLane<T>, T>.Run(left, right, result);
    }

    private static void Clear<T>(MatrixView<T> result)
        where T : unmanaged
    {
        for (var row = 0; row < result.Rows; row++)
            result.Array.AsSpan(result.Offset + (row * result.RowStride), result.Columns).Clear();
    }
}
