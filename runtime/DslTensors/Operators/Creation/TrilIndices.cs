namespace DslTensors.Operators;

/// <summary>Where the lower triangle of a matrix lies (PyTorch's <c>tril_indices</c>): <c>var i = Tensor.TrilIndices(n, m); x[i[0], i[1]]</c>.</summary>
/// <param name="row">The number of rows.</param>
/// <param name="col">The number of columns.</param>
/// <param name="offset">The last diagonal that counts: 0 is the main one, positive ones lie above it.</param>
/// <returns>Rows and columns, [2, count], in row-major order.</returns>
/// <exception cref="ShapeException">A size is negative.</exception>
[TensorOp("-> 2 k", NonDifferentiable = true)]
public static partial class TrilIndices
{
    private static Tensor<long> Compose(int row, int col, int offset = 0) => Triangle.Indices(row, col, (i, j) => j - i <= offset);
}
