namespace DslTensors.Cpu;

/// <summary>The matrix product of halves, which is computed in float and rounded once at the end.</summary>
internal static class HalfProduct
{
    public static void Run(MatrixView<Half> left, MatrixView<Half> right, MatrixView<Half> result)
    {
        var product = new MatrixView<float>(new float[result.Rows * result.Columns], 0, result.Rows, result.Columns, result.Columns, 1);
        MatrixProduct.Run(Widen(left), Widen(right), product);
        for (var row = 0; row < result.Rows; row++)
        {
            var start = result.Offset + (row * result.RowStride);
            for (var column = 0; column < result.Columns; column++)
                result.Array[start + (column * result.ColumnStride)] = (Half)product[row, column];
        }
    }

    private static MatrixView<float> Widen(MatrixView<Half> matrix)
    {
        var elements = new float[matrix.Rows * matrix.Columns];
        for (var row = 0; row < matrix.Rows; row++)
        {
            for (var column = 0; column < matrix.Columns; column++)
                elements[(row * matrix.Columns) + column] = (float)matrix[row, column];
        }

        return new MatrixView<float>(elements, 0, matrix.Rows, matrix.Columns, matrix.Columns, 1);
    }
}
