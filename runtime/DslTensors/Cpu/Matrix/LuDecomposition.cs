namespace DslTensors.Cpu;

/// <summary>A matrix as the product of a permutation, a unit lower and an upper triangular matrix, by Gauss with partial pivoting.</summary>
internal static class LuDecomposition
{
    /// <summary>Exchanges the matrix for its factors, the unit diagonal left out.</summary>
    /// <param name="matrix">The matrix in row-major order.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="pivots">Receives for each step, from 1, which row was exchanged for its own.</param>
    /// <param name="isPivoted">Whether rows are exchanged at all.</param>
    /// <returns>The first step, from 1, with a pivot 0; 0 if there is none.</returns>
    public static int Factor(Span<double> matrix, int rows, int columns, Span<int> pivots, bool isPivoted = true)
    {
        var firstZero = 0;
        for (var k = 0; k < pivots.Length; k++)
        {
            var best = isPivoted ? Greatest(matrix, rows, columns, k) : k;
            pivots[k] = best + 1;
            if (best != k)
                Exchange(matrix.Slice(k * columns, columns), matrix.Slice(best * columns, columns));
            var pivot = matrix[(k * columns) + k];
            if (pivot == 0)
            {
                firstZero = firstZero == 0 ? k + 1 : firstZero;
                continue;
            }

            var row = matrix.Slice((k * columns) + k + 1, columns - k - 1);
            for (var i = k + 1; i < rows; i++)
            {
                ref var factor = ref matrix[(i * columns) + k];
                factor /= pivot;
                if (factor != 0)
                    Rows.Add(matrix.Slice((i * columns) + k + 1, columns - k - 1), row, -factor);
            }
        }

        return firstZero;
    }

    /// <summary>Solves A X = B, where <paramref name="factors"/> and <paramref name="pivots"/> are A's, in the place of B.</summary>
    public static void Solve(ReadOnlySpan<double> factors, ReadOnlySpan<int> pivots, int size, Span<double> right, int columns)
    {
        for (var k = 0; k < size; k++)
        {
            if (pivots[k] != k + 1)
                Exchange(right.Slice(k * columns, columns), right.Slice((pivots[k] - 1) * columns, columns));
        }

        TriangularSystem.Solve(factors, size, right, columns, isUpper: false, isUnit: true);
        TriangularSystem.Solve(factors, size, right, columns, isUpper: true, isUnit: false);
    }

    private static int Greatest(ReadOnlySpan<double> matrix, int rows, int columns, int k)
    {
        var best = k;
        for (var i = k + 1; i < rows; i++)
        {
            if (Math.Abs(matrix[(i * columns) + k]) > Math.Abs(matrix[(best * columns) + k]))
                best = i;
        }

        return best;
    }

    private static void Exchange(Span<double> first, Span<double> second)
    {
        for (var i = 0; i < first.Length; i++)
            (first[i], second[i]) = (second[i], first[i]);
    }
}
