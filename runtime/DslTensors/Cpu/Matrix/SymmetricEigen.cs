namespace DslTensors.Cpu;

/// <summary>
/// Eigenvalues and eigenvectors of a symmetric matrix: Householder's reduction to a tridiagonal matrix, then implicit QL iterations
/// (Martin, Reinsch and Wilkinson, Handbook for Automatic Computation II).
/// </summary>
internal static class SymmetricEigen
{
    private const int MostIterations = 60;

    /// <summary>Exchanges the matrix for its eigenvectors, a column each, in the order of the eigenvalues.</summary>
    /// <param name="vectors">The matrix, symmetric.</param>
    /// <param name="size">Its size.</param>
    /// <param name="values">Receives the eigenvalues, the least first.</param>
    /// <returns>Whether the iterations converged.</returns>
    public static bool Decompose(Span<double> vectors, int size, Span<double> values)
    {
        var offDiagonal = new double[size];
        Reduce(vectors, size, values, offDiagonal);

        // Rotations turn pairs of columns; as rows they are contiguous.
        var turned = Rows.Transposed(vectors, size, size);
        if (!Iterate(values, offDiagonal, turned))
            return false;
        var order = Enumerable.Range(0, size).ToArray();
        Array.Sort(values.ToArray(), order);
        values.Sort();
        for (var j = 0; j < size; j++)
        {
            for (var i = 0; i < size; i++)
                vectors[(i * size) + j] = turned[(order[j] * size) + i];
        }

        return true;
    }

    // A reflection for each row from the last on, applied from both sides; their product is built up afterwards.
    private static void Reduce(Span<double> a, int size, Span<double> diagonal, Span<double> offDiagonal)
    {
        var taus = new double[size];
        var normals = new double[size][];
        for (var i = size - 1; i > 0; i--)
        {
            var normal = a.Slice(i * size, i).ToArray();
            normals[i] = normal;
            var rest = 0.0;
            for (var k = 0; k < i - 1; k++)
                rest = double.Hypot(rest, normal[k]);
            if (rest == 0)
            {
                offDiagonal[i] = normal[i - 1];
                continue;
            }

            var beta = -Math.CopySign(double.Hypot(rest, normal[i - 1]), normal[i - 1]);
            taus[i] = (beta - normal[i - 1]) / beta;
            var scale = normal[i - 1] - beta;
            for (var k = 0; k < i - 1; k++)
                normal[k] /= scale;
            normal[i - 1] = 1;
            offDiagonal[i] = beta;

            // A - v wᵀ - w vᵀ with p = tau A v and w = p - (tau / 2)(pᵀ v) v.
            var w = new double[i];
            for (var k = 0; k < i; k++)
                w[k] = taus[i] * Rows.Dot(a.Slice(k * size, i), normal);
            Rows.Add(w, normal, -taus[i] / 2 * Rows.Dot(w, normal));
            for (var k = 0; k < i; k++)
            {
                Rows.Add(a.Slice(k * size, i), w, -normal[k]);
                Rows.Add(a.Slice(k * size, i), normal, -w[k]);
            }
        }

        for (var i = 0; i < size; i++)
            diagonal[i] = a[(i * size) + i];
        a.Clear();
        for (var i = 0; i < size; i++)
        {
            a[(i * size) + i] = 1;
            if (i == 0 || taus[i] == 0)
                continue;

            // What has been built up acts on the first i coordinates only.
            var sums = new double[i];
            for (var k = 0; k < i; k++)
                Rows.Add(sums, a.Slice(k * size, i), normals[i][k]);
            for (var k = 0; k < i; k++)
                Rows.Add(a.Slice(k * size, i), sums, -taus[i] * normals[i][k]);
        }
    }

    private static bool Iterate(Span<double> d, Span<double> e, double[] rows)
    {
        var size = d.Length;
        for (var i = 1; i < size; i++)
            e[i - 1] = e[i];
        if (size > 0)
            e[size - 1] = 0;
        for (var l = 0; l < size; l++)
        {
            for (var iteration = 0; ; iteration++)
            {
                var m = SmallFrom(d, e, l);
                if (m == l)
                    break;
                if (iteration == MostIterations)
                    return false;
                Sweep(d, e, rows, l, m);
            }
        }

        return true;
    }

    // Where the first negligible element lies, from l on.
    private static int SmallFrom(ReadOnlySpan<double> d, ReadOnlySpan<double> e, int l)
    {
        var m = l;
        while (m < d.Length - 1 && Math.Abs(e[m]) > 1.1102230246251565e-16 * (Math.Abs(d[m]) + Math.Abs(d[m + 1])))
            m++;
        return m;
    }

    private static void Sweep(Span<double> d, Span<double> e, double[] rows, int l, int m)
    {
        var size = d.Length;
        var g = (d[l + 1] - d[l]) / (2 * e[l]);
        g = d[m] - d[l] + (e[l] / (g + Math.CopySign(double.Hypot(g, 1), g)));
        var (sine, cosine, p) = (1.0, 1.0, 0.0);
        for (var i = m - 1; i >= l; i--)
        {
            var (f, b) = (sine * e[i], cosine * e[i]);
            var r = double.Hypot(f, g);
            e[i + 1] = r;
            if (r == 0)
            {
                d[i + 1] -= p;
                e[m] = 0;
                return;
            }

            (sine, cosine) = (f / r, g / r);
            g = d[i + 1] - p;
            r = ((d[i] - g) * sine) + (2 * cosine * b);
            p = sine * r;
            d[i + 1] = g + p;
            g = (cosine * r) - b;
            Rotate(rows.AsSpan(i * size, size), rows.AsSpan((i + 1) * size, size), cosine, sine);
        }

        d[l] -= p;
        e[l] = g;
        e[m] = 0;
    }

    private static void Rotate(Span<double> first, Span<double> second, double cosine, double sine)
    {
        for (var k = 0; k < first.Length; k++)
            (first[k], second[k]) = ((cosine * first[k]) - (sine * second[k]), (sine * first[k]) + (cosine * second[k]));
    }
}
