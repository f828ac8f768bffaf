using System.Numerics;
using System.Runtime.InteropServices;

namespace DslTensors.Cpu;

/// <summary>The two things that matrix decompositions do with rows: products, and adding a multiple.</summary>
internal static class Rows
{
    /// <summary>The scalar product.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        b = b[..a.Length];
        var left = MemoryMarshal.Cast<double, Vector<double>>(a);
        var right = MemoryMarshal.Cast<double, Vector<double>>(b);
        var sums = Vector<double>.Zero;
        for (var i = 0; i < left.Length; i++)
            sums += left[i] * right[i];
        var sum = Vector.Sum(sums);
        for (var i = left.Length * Vector<double>.Count; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    /// <summary>Adds a multiple of another row.</summary>
    public static void Add(Span<double> row, ReadOnlySpan<double> other, double factor)
    {
        other = other[..row.Length];
        var target = MemoryMarshal.Cast<double, Vector<double>>(row);
        var source = MemoryMarshal.Cast<double, Vector<double>>(other);
        var factors = new Vector<double>(factor);
        for (var i = 0; i < target.Length; i++)
            target[i] += source[i] * factors;
        for (var i = target.Length * Vector<double>.Count; i < row.Length; i++)
            row[i] += other[i] * factor;
    }

    /// <summary>The product of two matrices in row-major order.</summary>
    public static double[] Product(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int rows, int inner, int columns)
    {
        var product = new double[rows * columns];
        for (var i = 0; i < rows; i++)
        {
            for (var k = 0; k < inner; k++)
                Add(product.AsSpan(i * columns, columns), b.Slice(k * columns, columns), a[(i * inner) + k]);
        }

        return product;
    }

    /// <summary>A matrix with rows and columns exchanged.</summary>
    public static double[] Transposed(ReadOnlySpan<double> matrix, int rows, int columns)
    {
        var turned = new double[matrix.Length];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
                turned[(j * rows) + i] = matrix[(i * columns) + j];
        }

        return turned;
    }
}
