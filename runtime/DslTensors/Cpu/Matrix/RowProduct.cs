using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>A small matrix product without packing: a few columns of a row at a time, over the whole inner dimension.</summary>
internal static class RowProduct<L, T>
    where L : struct, IMemoryLane<L, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(MatrixView<T> left, MatrixView<T> right, MatrixView<T> result)
    {
        ref var a = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(left.Array), left.Offset);
        ref var b = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(right.Array), right.Offset);
        ref var c = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(result.Array), result.Offset);
        var vectorColumns = right.ColumnStride == 1 ? result.Columns - (result.Columns % L.Width) : 0;
        for (var row = 0; row < result.Rows; row++)
        {
            ref var aRow = ref Unsafe.Add(ref a, row * left.RowStride);
            ref var cRow = ref Unsafe.Add(ref c, row * result.RowStride);
            for (var column = 0; column < vectorColumns; column += L.Width)
                L.Store(Sum<L>(ref aRow, left.ColumnStride, ref Unsafe.Add(ref b, column), right.RowStride, left.Columns), ref Unsafe.Add(ref cRow, column));
            for (var column = vectorColumns; column < result.Columns; column++)
            {
                ref var bColumn = ref Unsafe.Add(ref b, column * right.ColumnStride);
                ScalarLane<T>.Store(Sum<ScalarLane<T>>(ref aRow, left.ColumnStride, ref bColumn, right.RowStride, left.Columns), ref Unsafe.Add(ref cRow, column));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static M Sum<M>(ref T a, int aStride, ref T b, int bStride, int count)
        where M : struct, IMemoryLane<M, T>
    {
        var sum = M.Broadcast(default);
        for (var i = 0; i < count; i++)
        {
            var x = M.Broadcast(Unsafe.Add(ref a, i * aStride));
            var y = M.Load(ref Unsafe.Add(ref b, i * bStride));
            sum = M.IsFloatingPoint ? M.FusedMultiplyAdd(x, y, sum) : (x * y) + sum;
        }

        return sum;
    }
}
