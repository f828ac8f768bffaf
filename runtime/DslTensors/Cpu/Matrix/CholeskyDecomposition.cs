namespace DslTensors.Cpu;

/// <summary>A symmetric positive-definite matrix as the product of a lower triangular matrix and its transpose.</summary>
internal static class CholeskyDecomposition
{
    /// <summary>Exchanges the matrix for its factor, zeros above the diagonal; only the lower half is read.</summary>
    /// <returns>The order of the first leading minor that is not positive, from 1; 0 if all are.</returns>
    public static int Factor(Span<double> matrix, int size)
    {
        var refused = 0;
        for (var i = 0; i < size && refused == 0; i++)
        {
            var row = matrix.Slice(i * size, size);
            for (var j = 0; j < i; j++)
                row[j] = (row[j] - Rows.Dot(row[..j], matrix.Slice(j * size, j))) / matrix[(j * size) + j];
            var square = row[i] - Rows.Dot(row[..i], row[..i]);
            if (square > 0)
                row[i] = Math.Sqrt(square);
            else
                refused = i + 1;
        }

        for (var i = 0; i < size; i++)
            matrix.Slice((i * size) + i + 1, size - i - 1).Clear();
        return refused;
    }
}
