namespace DslTensors.Cpu;

/// <summary>Matrices in the last two dimensions of a tensor, found by their number among the leading ones.</summary>
internal static class AttentionHead
{
    /// <summary>The number of matrices.</summary>
    public static int Count(int[] sizes)
    {
        var count = 1;
        foreach (var size in sizes.AsSpan(0, sizes.Length - 2))
            count *= size;
        return count;
    }

    /// <summary>The matrix with a number.</summary>
    public static MatrixView<T> Of<T>(in TensorView<T> view, int number)
        where T : unmanaged
    {
        var offset = view.Offset;
        for (var dim = view.Rank - 3; dim >= 0; dim--)
        {
            (number, var index) = Math.DivRem(number, view.Sizes[dim]);
            offset += index * view.Strides[dim];
        }

        return MatrixView<T>.Of(view, offset);
    }

    /// <summary>A matrix with rows and columns exchanged.</summary>
    public static MatrixView<T> Transposed<T>(in MatrixView<T> matrix)
        where T : unmanaged => new(matrix.Array, matrix.Offset, matrix.Columns, matrix.Rows, matrix.ColumnStride, matrix.RowStride);
}
