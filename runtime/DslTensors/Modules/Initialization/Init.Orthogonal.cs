using System.Numerics;

namespace DslTensors;

public static partial class Init
{
    /// <summary>
    /// Orthonormal rows or columns, whichever are fewer (PyTorch's <c>orthogonal_</c>); dimensions after the first count as one. From Saxe et
    /// al., "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks", 2013.
    /// </summary>
    /// <remarks>
    /// The same random numbers are drawn as in PyTorch, but the matrix is factored by other steps, in double: last bits differ.
    /// </remarks>
    /// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
    public static Tensor<float> Orthogonal(params ReadOnlySpan<int> sizes) => Orthogonal<float>(sizes);

    /// <inheritdoc cref="Orthogonal(ReadOnlySpan{int})"/>
    public static Tensor<T> Orthogonal<T>(params ReadOnlySpan<int> sizes)
        where T : unmanaged, IFloatingPointIeee754<T> => Orthogonal<T>(sizes, 1);

    /// <inheritdoc cref="Orthogonal(ReadOnlySpan{int})"/>
    /// <param name="sizes">The sizes.</param>
    /// <param name="gain">A factor for the nonlinearity that follows.</param>
    public static Tensor<T> Orthogonal<T>(ReadOnlySpan<int> sizes, double gain)
        where T : unmanaged, IFloatingPointIeee754<T> => OrthogonalInPlace(Allocate<T>(sizes), gain);

    /// <inheritdoc cref="Orthogonal(ReadOnlySpan{int})"/>
    /// <param name="tensor">The tensor to overwrite.</param>
    /// <param name="gain">A factor for the nonlinearity that follows.</param>
    /// <returns>The tensor itself.</returns>
    public static Tensor<T> OrthogonalInPlace<T>(Tensor<T> tensor, double gain = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (tensor.Rank < 2)
            throw new ShapeException($"Only tensors with 2 or more dimensions are supported, and the shape is {tensor.Shape}. Use Init.Normal.");
        if (tensor.Count == 0)
            return tensor;
        var rows = tensor.Shape[0];
        var columns = (int)(tensor.Count / rows);
        return Overwrite(tensor, "orthogonal_", values =>
        {
            RandomSource.Default.FillNormal(values, 0, 1);
            var isWide = rows < columns;
            var (height, width) = isWide ? (columns, rows) : (rows, columns);
            var matrix = new double[width][];
            for (var j = 0; j < width; j++)
            {
                matrix[j] = new double[height];
                for (var i = 0; i < height; i++)
                    matrix[j][i] = double.CreateTruncating(values[isWide ? (j * columns) + i : (i * columns) + j]);
            }

            var q = OrthonormalColumns(matrix);
            for (var i = 0; i < rows; i++)
            {
                for (var j = 0; j < columns; j++)
                    values[(i * columns) + j] = T.CreateTruncating(isWide ? q[i][j] : q[j][i]) * T.CreateTruncating(gain);
            }
        });
    }

    /// <summary>
    /// The columns of Q in A = QR with a positive diagonal of R, which makes it the only one: Gram and Schmidt's method, each column twice,
    /// as once loses orthogonality.
    /// </summary>
    private static double[][] OrthonormalColumns(double[][] columns)
    {
        for (var j = 0; j < columns.Length; j++)
        {
            for (var pass = 0; pass < 2; pass++)
            {
                for (var k = 0; k < j; k++)
                    Subtract(columns[j], columns[k]);
            }

            var length = Math.Sqrt(Product(columns[j], columns[j]));
            for (var i = 0; length > 0 && i < columns[j].Length; i++)
                columns[j][i] /= length;
        }

        return columns;
    }

    private static void Subtract(double[] column, double[] direction)
    {
        var share = Product(column, direction);
        for (var i = 0; i < column.Length; i++)
            column[i] -= share * direction[i];
    }

    private static double Product(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
