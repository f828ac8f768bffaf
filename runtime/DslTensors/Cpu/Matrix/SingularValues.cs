namespace DslTensors.Cpu;

/// <summary>A singular value decomposition in the usual form: values in falling order, orthonormal vectors for zeros too.</summary>
internal static class SingularValues
{
    /// <summary>Decomposes a matrix A = U S Vᵀ.</summary>
    /// <param name="matrix">A in row-major order.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="left">How many columns of U are wanted, from min(rows, columns) to rows.</param>
    /// <param name="right">How many rows of Vᵀ are wanted, from min(rows, columns) to columns.</param>
    /// <returns>U, [rows, left], the values, and Vᵀ, [right, columns].</returns>
    public static (double[] U, double[] Values, double[] Vh) Of(double[] matrix, int rows, int columns, int left, int right)
    {
        if (rows < columns)
        {
            var (v, turned, uh) = Of(Rows.Transposed(matrix, rows, columns), columns, rows, right, left);
            return (Rows.Transposed(uh, left, rows), turned, Rows.Transposed(v, columns, right));
        }

        var rotations = JacobiRotations.Of<double>(matrix, rows, columns);
        var order = Enumerable.Range(0, columns).OrderByDescending(k => rotations.Values[k]).ToArray();
        var values = Array.ConvertAll(order, k => rotations.Values[k]);
        var vh = new double[columns * columns];
        var u = new double[rows * left];
        var known = 0;
        for (var k = 0; k < columns; k++)
        {
            rotations.Turned[order[k]].CopyTo(vh, k * columns);
            if (values[k] <= rotations.Noise || values[k] == 0)
                continue;
            for (var i = 0; i < rows; i++)
                u[(i * left) + k] = rotations.Scaled[order[k]][i] / values[k];
            known++;
        }

        Complete(u, rows, left, known);
        return (u, values, vh);
    }

    // The missing columns: what remains of unit vectors at right angles to those that are there.
    private static void Complete(double[] u, int rows, int left, int known)
    {
        for (var next = 0; known < left && next < rows; next++)
        {
            var column = new double[rows];
            column[next] = 1;
            for (var pass = 0; pass < 2; pass++)
            {
                for (var k = 0; k < known; k++)
                {
                    var product = 0.0;
                    for (var i = 0; i < rows; i++)
                        product += u[(i * left) + k] * column[i];
                    for (var i = 0; i < rows; i++)
                        column[i] -= product * u[(i * left) + k];
                }
            }

            var length = Math.Sqrt(Rows.Dot(column, column));
            if (length < 0.5 / Math.Sqrt(rows))
                continue;
            for (var i = 0; i < rows; i++)
                u[(i * left) + known] = column[i] / length;
            known++;
        }
    }
}
