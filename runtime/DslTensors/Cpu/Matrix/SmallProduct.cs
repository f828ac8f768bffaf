using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>How many products of one form there are, and where the next one's matrices lie.</summary>
internal readonly record struct ProductBatch(int Count, nint LeftStep, nint RightStep, nint ResultStep)
{
    /// <summary>A single product.</summary>
    public static ProductBatch One => new(1, 0, 0, 0);
}

/// <summary>
/// Matrix products that fit into the first caches, without packing: both matrices are read where they lie. The last vector of a row
/// overlaps the one before it, so that no columns are left over; rows narrower than a vector take a narrower one.
/// </summary>
internal static class SmallProduct
{
    /// <summary>Computes a batch of products; the columns of right matrices and results lie side by side.</summary>
    /// <param name="left">The left matrix, with any strides.</param>
    /// <param name="right">The right matrix.</param>
    /// <param name="offsets">A number for each column, which is added; a null reference for none.</param>
    /// <param name="result">Where the product goes.</param>
    /// <param name="batch">How often.</param>
    public static void Run<T>(in MatrixView<T> left, in MatrixView<T> right, ref T offsets, in MatrixView<T> result, in ProductBatch batch)
        where T : unmanaged
    {
        var steps = new TileSteps(left.RowStride, left.ColumnStride, right.RowStride, result.RowStride, left.Columns);
        if (Vector512.IsHardwareAccelerated && result.Columns >= Lane512<T>.Width)
            SmallProduct<Lane512<T>, T>.Run(ref left.Origin, ref right.Origin, ref offsets, ref result.Origin, result.Rows, result.Columns, steps, batch);
        else if (Vector256.IsHardwareAccelerated && result.Columns >= Lane256<T>.Width)
            SmallProduct<Lane256<T>, T>.Run(ref left.Origin, ref right.Origin, ref offsets, ref result.Origin, result.Rows, result.Columns, steps, batch);
        else if (Vector128.IsHardwareAccelerated && result.Columns >= Lane128<T>.Width)
            SmallProduct<Lane128<T>, T>.Run(ref left.Origin, ref right.Origin, ref offsets, ref result.Origin, result.Rows, result.Columns, steps, batch);
        else
            SmallProduct<ScalarLane<T>, T>.Run(ref left.Origin, ref right.Origin, ref offsets, ref result.Origin, result.Rows, result.Columns, steps, batch);
    }
}

/// <inheritdoc cref="SmallProduct"/>
internal static class SmallProduct<L, T>
    where L : struct, IMemoryLane<L, T>
    where T : unmanaged
{
    public static void Run(ref T left, ref T right, ref T offsets, ref T result, int rows, int columns, in TileSteps steps, in ProductBatch batch)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            ref var a = ref Unsafe.Add(ref left, i * batch.LeftStep);
            ref var b = ref Unsafe.Add(ref right, i * batch.RightStep);
            ref var c = ref Unsafe.Add(ref result, i * batch.ResultStep);
            var column = 0;
            for (; column < columns - L.Width; column += 2 * L.Width)
            {
                var second = Math.Min(L.Width, columns - column - L.Width);
                RunRows(ref a, ref Unsafe.Add(ref b, column), ref Unsafe.Add(ref c, column), ref At(ref offsets, column), rows, steps, second);
            }

            if (column < columns)
                RunRows(ref a, ref Unsafe.Add(ref b, columns - L.Width), ref Unsafe.Add(ref c, columns - L.Width), ref At(ref offsets, columns - L.Width), rows, steps, 0);
        }
    }

    private static ref T At(ref T offsets, int column) => ref Unsafe.IsNullRef(ref offsets) ? ref offsets : ref Unsafe.Add(ref offsets, column);

    private static void RunRows(ref T a, ref T b, ref T c, ref T offsets, int rows, in TileSteps steps, nint second)
    {
        var row = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; row <= rows - 8; row += 8)
                RunTile<EightRows>(ref a, ref b, ref c, ref offsets, row, steps, second);
        }

        for (; row <= rows - 4; row += 4)
            RunTile<FourRows>(ref a, ref b, ref c, ref offsets, row, steps, second);
        if (row <= rows - 2)
        {
            RunTile<TwoRows>(ref a, ref b, ref c, ref offsets, row, steps, second);
            row += 2;
        }

        if (row < rows)
            RunTile<OneRow>(ref a, ref b, ref c, ref offsets, row, steps, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RunTile<TRows>(ref T a, ref T b, ref T c, ref T offsets, int row, in TileSteps steps, nint second)
        where TRows : struct, ITileRows
    {
        ref var from = ref Unsafe.Add(ref a, row * steps.LeftRow);
        ref var to = ref Unsafe.Add(ref c, row * steps.ResultRow);
        if (second == 0)
            StridedTile<L, T, TRows>.RunOne(ref from, ref b, ref to, ref offsets, steps);
        else
            StridedTile<L, T, TRows>.RunTwo(ref from, ref b, ref to, ref offsets, steps, second);
    }
}
