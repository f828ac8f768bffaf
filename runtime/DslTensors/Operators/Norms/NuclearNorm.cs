using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The sum of the singular values of a matrix, and the orthogonal factor of it, which is the gradient.</summary>
[TensorOp("s... -> reduce(s, dim, keepDim), s...", Name = "linalg_matrix_norm", IsInternal = true)]
public static partial class NuclearNorm
{
    private const int MostSweeps = 60;

    private static void Forward<T>(TensorView<T> input, TensorView<T> result, TensorView<T> factor, Dims dim = default, bool keepDim = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (rows, columns) = (input.Sizes[0], input.Sizes[1]);
        var dense = input.Dense().Span;
        var scaled = new double[columns][];
        var turned = new double[columns][];
        for (var j = 0; j < columns; j++)
        {
            (scaled[j], turned[j]) = (new double[rows], new double[columns]);
            turned[j][j] = 1;
            for (var i = 0; i < rows; i++)
                scaled[j][i] = double.CreateChecked(dense[(i * columns) + j]);
        }

        for (var sweep = 0; sweep < MostSweeps && Sweep(scaled, turned); sweep++)
        {
        }

        var values = Array.ConvertAll(scaled, column => Math.Sqrt(Product(column, column)));
        var sum = values.Sum();

        // What rounding leaves of a singular value 0 has no direction.
        var noise = 1e-14 * Math.Max(rows, columns) * values.DefaultIfEmpty().Max();
        var sums = new double[rows * columns];
        for (var k = 0; k < columns; k++)
        {
            var value = values[k];
            for (var i = 0; i < rows && value > noise; i++)
            {
                for (var j = 0; j < columns; j++)
                    sums[(i * columns) + j] += scaled[k][i] / value * turned[k][j];
            }
        }

        result.Origin = T.CreateChecked(sum);
        for (var i = 0; i < sums.Length; i++)
            factor.Span[i] = T.CreateChecked(sums[i]);
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> factor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Autograd.IsGradEnabled)
            throw new AutogradException("the gradient of the nuclear norm can't be differentiated again. Take it without createGraph.");
        return grad * factor;
    }

    // One-sided Jacobi: each pair of columns is turned until they are orthogonal; their lengths become the singular values.
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
