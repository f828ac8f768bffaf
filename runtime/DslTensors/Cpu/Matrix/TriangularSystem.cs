namespace DslTensors.Cpu;

/// <summary>Systems of equations whose matrix is triangular.</summary>
internal static class TriangularSystem
{
    /// <summary>Solves A X = B in the place of B; what lies on the other side of A's diagonal is not read.</summary>
    /// <param name="matrix">A in row-major order.</param>
    /// <param name="size">Its size.</param>
    /// <param name="right">B, <paramref name="size"/> rows.</param>
    /// <param name="columns">The columns of B.</param>
    /// <param name="isUpper">Which half of A is read.</param>
    /// <param name="isUnit">Whether its diagonal counts as ones.</param>
    public static void Solve(ReadOnlySpan<double> matrix, int size, Span<double> right, int columns, bool isUpper, bool isUnit)
    {
        for (var step = 0; step < size; step++)
        {
            var i = isUpper ? size - 1 - step : step;
            var row = right.Slice(i * columns, columns);
            var (from, to) = isUpper ? (i + 1, size) : (0, i);
            for (var k = from; k < to; k++)
                Rows.Add(row, right.Slice(k * columns, columns), -matrix[(i * size) + k]);
            if (isUnit)
                continue;
            var pivot = matrix[(i * size) + i];
            foreach (ref var element in row)
                element /= pivot;
        }
    }
}
