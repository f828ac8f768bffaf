using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The norm of each matrix by the name of its order (PyTorch's <c>linalg.matrix_norm</c>).</summary>
/// <param name="a">The matrices.</param>
/// <param name="ord"><c>"fro"</c>, the root of the sum of squares, or <c>"nuc"</c>, the sum of the singular values.</param>
/// <param name="dim">The dimensions of the rows and the columns; the last two by default.</param>
/// <param name="keepDim">Keep the reduced dimensions with size 1.</param>
/// <returns>The norms.</returns>
/// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
/// <exception cref="TensorException"><paramref name="ord"/> is another word.</exception>
[TensorOp("s... -> norms...")]
public static partial class MatrixNorm
{
    private static Tensor<T> Compose<T>(Tensor<T> a, string ord = "fro", Dims dim = default, bool keepDim = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (rows, columns) = Dimensions(a, dim);
        return ord switch
        {
            "fro" => Operators.VectorNorm.Apply(a, 2, (int[])[rows, columns], keepDim, null),
            "nuc" => Shaped(Matrices.Flat(Moved(a, rows, columns)), a, rows, columns, keepDim, static flat => NuclearNorm.Apply(flat).Result),
            _ => throw new TensorException($"linalg.matrix_norm: Order {ord} not supported. The words are \"fro\" and \"nuc\", the numbers 1, -1, 2, -2 and the infinities."),
        };
    }

    /// <summary>The dimensions of the rows and the columns.</summary>
    internal static (int Rows, int Columns) Dimensions(Tensor a, Dims dim)
    {
        if (a.Rank < 2)
            throw new ShapeException($"linalg.matrix_norm: The input tensor A must have at least 2 dimensions. Its shape is {a.Shape}.");
        int[] dims = dim.IsAll ? [-2, -1] : [.. dim];
        if (dims.Length != 2)
            throw new ShapeException($"linalg.matrix_norm: dim must be a 2-tuple. Got {dim}.");
        var (rows, columns) = (Dimension.Wrap(dims[0], a.Rank), Dimension.Wrap(dims[1], a.Rank));
        return rows != columns ? (rows, columns) : throw new DimensionException($"linalg.matrix_norm: dims must be different. Got ({dims[0]}, {dims[1]})");
    }

    /// <summary>The tensor with the matrices' dimensions last.</summary>
    internal static Tensor<T> Moved<T>(Tensor<T> a, int rows, int columns)
        where T : unmanaged => a.Permute([.. Enumerable.Range(0, a.Rank).Where(at => at != rows && at != columns), rows, columns]);

    /// <summary>What is computed of flat matrices, in the shape that is asked for.</summary>
    internal static Tensor<T> Shaped<T>(Tensor<T> flat, Tensor<T> a, int rows, int columns, bool keepDim, Func<Tensor<T>, Tensor<T>> norm)
        where T : unmanaged
    {
        var sizes = Enumerable.Range(0, a.Rank).Where(at => keepDim || (at != rows && at != columns)).Select(at => at == rows || at == columns ? 1 : a.Shape[at]);
        return norm(flat).Reshape([.. sizes]);
    }
}

/// <summary>The norm of each matrix (PyTorch's <c>linalg.matrix_norm</c>).</summary>
/// <param name="a">The matrices.</param>
/// <param name="ord">1 for the greatest column sum of magnitudes, infinity for the greatest row sum, 2 for the greatest singular value; negative for the least ones.</param>
/// <param name="dim">The dimensions of the rows and the columns; the last two by default.</param>
/// <param name="keepDim">Keep the reduced dimensions with size 1.</param>
/// <returns>The norms.</returns>
/// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
/// <exception cref="TensorException"><paramref name="ord"/> is another number.</exception>
[TensorOp("s... -> norms...", Method = "MatrixNorm")]
public static partial class MatrixNormOfOrder
{
    private static Tensor<T> Compose<T>(Tensor<T> a, double ord, Dims dim = default, bool keepDim = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (rows, columns) = MatrixNorm.Dimensions(a, dim);
        if (Math.Abs(ord) == 2)
            return MatrixNorm.Shaped(Matrices.Flat(MatrixNorm.Moved(a, rows, columns)), a, rows, columns, keepDim, flat => Chosen(flat.Svdvals(), 1, ord > 0, false));
        if (Math.Abs(ord) is not (1 or double.PositiveInfinity))
            throw new TensorException($"linalg.matrix_norm: Order {ord} not supported. The numbers are 1, -1, 2, -2 and the infinities.");
        var (summed, chosen) = Math.Abs(ord) == 1 ? (rows, columns) : (columns, rows);
        var norms = Chosen(a.Abs().Sum(summed, keepDim: true), chosen, ord > 0, true);
        return keepDim ? norms : norms.Squeeze(Math.Max(rows, columns)).Squeeze(Math.Min(rows, columns));
    }

    private static Tensor<T> Chosen<T>(Tensor<T> values, int dim, bool isGreatest, bool keepDim)
        where T : unmanaged, IFloatingPointIeee754<T> => isGreatest ? values.Amax(dim, keepDim) : values.Amin(dim, keepDim);
}
