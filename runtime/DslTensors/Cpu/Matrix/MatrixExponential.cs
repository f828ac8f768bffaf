namespace DslTensors.Cpu;

/// <summary>The exponential of a matrix by scaling, Padé's approximant of order 13, and squaring (Higham, 2005).</summary>
internal static class MatrixExponential
{
    private const double Bound = 5.371920351148152;

    private static readonly double[] s_coefficients =
    [
        64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600, 670442572800,
        33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
    ];

    public static double[] Of(double[] matrix, int size)
    {
        var norm = Enumerable.Range(0, size).Select(j => Enumerable.Range(0, size).Sum(i => Math.Abs(matrix[(i * size) + j]))).DefaultIfEmpty().Max();
        var squarings = double.IsFinite(norm) && norm > Bound ? (int)Math.Ceiling(Math.Log2(norm / Bound)) : 0;
        var scale = Math.ScaleB(1, -squarings);
        var a = Array.ConvertAll(matrix, element => element * scale);
        var a2 = Rows.Product(a, a, size, size, size);
        var a4 = Rows.Product(a2, a2, size, size, size);
        var a6 = Rows.Product(a4, a2, size, size, size);
        var c = s_coefficients;
        var odd = Sum(Rows.Product(a6, Sum(null, (a6, c[13]), (a4, c[11]), (a2, c[9])), size, size, size), (a6, c[7]), (a4, c[5]), (a2, c[3]));
        AddToDiagonal(odd, size, c[1]);
        odd = Rows.Product(a, odd, size, size, size);
        var even = Sum(Rows.Product(a6, Sum(null, (a6, c[12]), (a4, c[10]), (a2, c[8])), size, size, size), (a6, c[6]), (a4, c[4]), (a2, c[2]));
        AddToDiagonal(even, size, c[0]);

        var divisor = Sum(null, (even, 1), (odd, -1));
        var result = Sum(null, (even, 1), (odd, 1));
        var pivots = new int[size];
        LuDecomposition.Factor(divisor, size, size, pivots);
        LuDecomposition.Solve(divisor, pivots, size, result, size);
        for (var i = 0; i < squarings; i++)
            result = Rows.Product(result, result, size, size, size);
        return result;
    }

    private static double[] Sum(double[]? start, params ReadOnlySpan<(double[] Matrix, double Factor)> terms)
    {
        var sum = start ?? new double[terms[0].Matrix.Length];
        foreach (var (matrix, factor) in terms)
            Rows.Add(sum, matrix, factor);
        return sum;
    }

    private static void AddToDiagonal(double[] matrix, int size, double value)
    {
        for (var i = 0; i < size; i++)
            matrix[(i * size) + i] += value;
    }
}
