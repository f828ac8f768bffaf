using System.Numerics;

namespace DslTensors.Cpu;

/// <summary>
/// The singular value decomposition of a matrix by one-sided Jacobi rotations, in double precision: pairs of columns are turned until all are
/// orthogonal. What has been turned is V; the columns are then U with the singular values as lengths (Hestenes, 1958).
/// </summary>
internal sealed class JacobiRotations
{
    private const int MostSweeps = 60;

    private JacobiRotations(double[][] scaled, double[][] turned)
    {
        (Scaled, Turned) = (scaled, turned);
        Values = Array.ConvertAll(scaled, column => Math.Sqrt(Product(column, column)));

        // What rounding leaves of a singular value 0 has no direction.
        Noise = 1e-14 * Math.Max(turned.Length, scaled.Length == 0 ? 0 : scaled[0].Length) * Values.DefaultIfEmpty().Max();
    }

    /// <summary>The columns of U, each times its singular value.</summary>
    public double[][] Scaled { get; }

    /// <summary>The columns of V.</summary>
    public double[][] Turned { get; }

    /// <summary>The singular values, in no order.</summary>
    public double[] Values { get; }

    /// <summary>What counts as 0 among them.</summary>
    public double Noise { get; }

    /// <summary>The decomposition of a matrix in row-major order.</summary>
    public static JacobiRotations Of<T>(ReadOnlySpan<T> matrix, int rows, int columns)
        where T : unmanaged, INumber<T>
    {
        var scaled = new double[columns][];
        var turned = new double[columns][];
        for (var j = 0; j < columns; j++)
        {
            (scaled[j], turned[j]) = (new double[rows], new double[columns]);
            turned[j][j] = 1;
            for (var i = 0; i < rows; i++)
                scaled[j][i] = double.CreateChecked(matrix[(i * columns) + j]);
        }

        for (var sweep = 0; sweep < MostSweeps && Sweep(scaled, turned); sweep++)
        {
        }

        return new JacobiRotations(scaled, turned);
    }

    private static bool Sweep(double[][] scaled, double[][] turned)
    {
        var changed = false;
        for (var p = 0; p < scaled.Length; p++)
        {
            for (var q = p + 1; q < scaled.Length; q++)
            {
                var (a, b, c) = (Product(scaled[p], scaled[p]), Product(scaled[q], scaled[q]), Product(scaled[p], scaled[q]));
                if (Math.Abs(c) <= 1e-15 * Math.Sqrt(a * b) || c == 0)
                    continue;
                changed = true;
                var tau = (b - a) / (2 * c);
                var tangent = (tau >= 0 ? 1 : -1) / (Math.Abs(tau) + Math.Sqrt(1 + (tau * tau)));
                var cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
                Turn(scaled[p], scaled[q], cosine, cosine * tangent);
                Turn(turned[p], turned[q], cosine, cosine * tangent);
            }
        }

        return changed;
    }

    private static void Turn(double[] first, double[] second, double cosine, double sine)
    {
        for (var i = 0; i < first.Length; i++)
            (first[i], second[i]) = ((cosine * first[i]) - (sine * second[i]), (sine * first[i]) + (cosine * second[i]));
    }

    private static double Product(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
