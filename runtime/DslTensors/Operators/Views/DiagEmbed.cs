namespace DslTensors.Operators;

/// <summary>Matrices whose diagonals are the vectors along the last dimension (PyTorch's <c>diag_embed</c>).</summary>
/// <param name="input">The diagonals.</param>
/// <param name="offset">Which diagonal: 0 is the main one, positive ones lie above it.</param>
/// <param name="dim1">The dimension of the rows in the result.</param>
/// <param name="dim2">The dimension of the columns in the result.</param>
/// <returns>The matrices, 0 off the diagonal.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> matrices...")]
public static partial class DiagEmbed
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int offset = 0, int dim1 = -2, int dim2 = -1)
        where T : unmanaged
    {
        var rank = input.Rank + 1;
        var (rows, columns) = (Dimension.Wrap(dim1, rank), Dimension.Wrap(dim2, rank));
        if (rows == columns)
            throw new DimensionException($"diagonal dimensions cannot be identical {dim1}, {dim2}. Name the rows and the columns.");
        var sizes = input.Shape.ToArray()[..^1].ToList();
        var size = input.Shape[-1] + Math.Abs(offset);
        sizes.Insert(Math.Min(rows, columns), size);
        sizes.Insert(Math.Max(rows, columns), size);
        return DiagonalInZeros.Apply(input, Shape.Create([.. sizes]), offset, rows, columns, null);
    }
}
