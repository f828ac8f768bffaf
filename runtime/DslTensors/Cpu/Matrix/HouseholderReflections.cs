namespace DslTensors.Cpu;

/// <summary>
/// A matrix as the product of a matrix with orthonormal columns and an upper triangular one, by reflections 1 - tau v vᵀ in LAPACK's form:
/// the first element of each v is 1 and not stored, the others lie below the diagonal.
/// </summary>
internal static class HouseholderReflections
{
    /// <summary>Exchanges the matrix for R and the reflections.</summary>
    public static void Factor(Span<double> matrix, int rows, int columns, Span<double> tau)
    {
        for (var k = 0; k < tau.Length; k++)
        {
            var (alpha, below) = (matrix[(k * columns) + k], 0.0);
            for (var i = k + 1; i < rows; i++)
                below = Hypotenuse(below, matrix[(i * columns) + k]);
            tau[k] = 0;
            if (below == 0)
                continue;
            var beta = -Math.CopySign(Hypotenuse(alpha, below), alpha);
            tau[k] = (beta - alpha) / beta;
            for (var i = k + 1; i < rows; i++)
                matrix[(i * columns) + k] /= alpha - beta;
            matrix[(k * columns) + k] = beta;
            Reflect(matrix, columns, k, tau[k], matrix, columns, k + 1, rows);
        }
    }

    /// <summary>The first columns of the product of the reflections.</summary>
    /// <param name="factors">What <see cref="Factor"/> left.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="tau">The reflections' factors.</param>
    /// <param name="kept">How many columns of the product are wanted.</param>
    public static double[] Orthonormal(ReadOnlySpan<double> factors, int rows, int columns, ReadOnlySpan<double> tau, int kept)
    {
        var product = new double[rows * kept];
        for (var i = 0; i < Math.Min(rows, kept); i++)
            product[(i * kept) + i] = 1;
        for (var k = tau.Length - 1; k >= 0; k--)
            Reflect(factors, columns, k, tau[k], product, kept, 0, rows);
        return product;
    }

    /// <summary>Applies reflection <paramref name="k"/> to the columns of <paramref name="target"/> from <paramref name="from"/> on.</summary>
    public static void Reflect(ReadOnlySpan<double> factors, int columns, int k, double tau, Span<double> target, int width, int from, int rows)
    {
        if (tau == 0 || from >= width)
            return;
        var sums = target[((k * width) + from)..((k + 1) * width)].ToArray();
        for (var i = k + 1; i < rows; i++)
            Rows.Add(sums, target.Slice((i * width) + from, sums.Length), factors[(i * columns) + k]);
        Rows.Add(target.Slice((k * width) + from, sums.Length), sums, -tau);
        for (var i = k + 1; i < rows; i++)
            Rows.Add(target.Slice((i * width) + from, sums.Length), sums, -tau * factors[(i * columns) + k]);
    }

    private static double Hypotenuse(double a, double b) => double.Hypot(a, b);
}
