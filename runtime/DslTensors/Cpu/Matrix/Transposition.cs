using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DslTensors.Cpu;

/// <summary>Rows and columns of a small matrix exchanged, in blocks of 8 by 8 floats where the processor can.</summary>
internal static class Transposition
{
    private const int Block = 8;

    /// <summary>A copy whose columns lie side by side, of a matrix whose rows do; it lasts until the thread's next call.</summary>
    public static MatrixView<T> Copy<T>(in MatrixView<T> matrix)
        where T : unmanaged
    {
        var (rows, columns) = (matrix.Rows, matrix.Columns);
        var room = Room<T>.Of(rows * columns);
        ref var target = ref MemoryMarshal.GetArrayDataReference(room);
        if (typeof(T) == typeof(float) && Avx.IsSupported && rows >= Block && columns >= Block && matrix.RowStride == 1)
        {
            CopyBlocks(ref Unsafe.As<T, float>(ref matrix.Origin), matrix.ColumnStride, ref Unsafe.As<T, float>(ref target), rows, columns);
        }
        else
        {
            for (var column = 0; column < columns; column++)
            {
                ref var source = ref Unsafe.Add(ref matrix.Origin, column * matrix.ColumnStride);
                for (var row = 0; row < rows; row++)
                    Unsafe.Add(ref target, (row * columns) + column) = Unsafe.Add(ref source, row * matrix.RowStride);
            }
        }

        return new MatrixView<T>(room, 0, rows, columns, columns, 1);
    }

    // The last block overlaps the one before it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyBlocks(ref float source, int columnStride, ref float target, int rows, int columns)
    {
        for (var column = 0; column < columns; column += Block)
        {
            var atColumn = Math.Min(column, columns - Block);
            ref var from = ref Unsafe.Add(ref source, atColumn * columnStride);
            for (var row = 0; row < rows; row += Block)
            {
                var atRow = Math.Min(row, rows - Block);
                CopyBlock(ref Unsafe.Add(ref from, atRow), columnStride, ref Unsafe.Add(ref target, (atRow * columns) + atColumn), columns);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyBlock(ref float source, int sourceStride, ref float target, int targetStride)
    {
        var r0 = Vector256.LoadUnsafe(ref source);
        var r1 = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, sourceStride));
        var r2 = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, 2 * sourceStride));
        var r3 = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, 3 * sourceStride));
        source = ref Unsafe.Add(ref source, 4 * sourceStride);
        var r4 = Vector256.LoadUnsafe(ref source);
        var r5 = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, sourceStride));
        var r6 = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, 2 * sourceStride));
        var r7 = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, 3 * sourceStride));
        var (p0, p1, p2, p3) = Quarter(r0, r1, r2, r3);
        var (q0, q1, q2, q3) = Quarter(r4, r5, r6, r7);
        Avx.Permute2x128(p0, q0, 0x20).StoreUnsafe(ref target);
        Avx.Permute2x128(p1, q1, 0x20).StoreUnsafe(ref Unsafe.Add(ref target, targetStride));
        Avx.Permute2x128(p2, q2, 0x20).StoreUnsafe(ref Unsafe.Add(ref target, 2 * targetStride));
        Avx.Permute2x128(p3, q3, 0x20).StoreUnsafe(ref Unsafe.Add(ref target, 3 * targetStride));
        target = ref Unsafe.Add(ref target, 4 * targetStride);
        Avx.Permute2x128(p0, q0, 0x31).StoreUnsafe(ref target);
        Avx.Permute2x128(p1, q1, 0x31).StoreUnsafe(ref Unsafe.Add(ref target, targetStride));
        Avx.Permute2x128(p2, q2, 0x31).StoreUnsafe(ref Unsafe.Add(ref target, 2 * targetStride));
        Avx.Permute2x128(p3, q3, 0x31).StoreUnsafe(ref Unsafe.Add(ref target, 3 * targetStride));
    }

    // Both halves of four rows, each four by four.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Column0, Vector256<float> Column1, Vector256<float> Column2, Vector256<float> Column3) Quarter(
        Vector256<float> r0, Vector256<float> r1, Vector256<float> r2, Vector256<float> r3)
    {
        var low01 = Avx.UnpackLow(r0, r1);
        var high01 = Avx.UnpackHigh(r0, r1);
        var low23 = Avx.UnpackLow(r2, r3);
        var high23 = Avx.UnpackHigh(r2, r3);
        return (Avx.Shuffle(low01, low23, 0x44), Avx.Shuffle(low01, low23, 0xEE), Avx.Shuffle(high01, high23, 0x44), Avx.Shuffle(high01, high23, 0xEE));
    }

    private static class Room<T>
    {
        [ThreadStatic]
        private static T[]? t_elements;

        public static T[] Of(int count)
        {
            var elements = t_elements;
            return elements is not null && elements.Length >= count ? elements : t_elements = GC.AllocateUninitializedArray<T>(Math.Max(1024, count));
        }
    }
}
