namespace DslTensors.Operators;

/// <summary>The diagonal of each matrix (PyTorch's <c>diagonal</c>); the result is a view.</summary>
/// <param name="input">The tensor.</param>
/// <param name="offset">Which diagonal: 0 is the main one, positive ones lie above it.</param>
/// <param name="dim1">The dimension of the rows.</param>
/// <param name="dim2">The dimension of the columns.</param>
/// <returns>A view with the diagonal as last dimension.</returns>
/// <exception cref="DimensionException">A dimension is out of range, or both are one.</exception>
[TensorOp("s... -> diagonal(s, offset, dim1, dim2)")]
public static partial class Diagonal
{
    private static StridedLayout View(StridedLayout input, out int start, int offset = 0, int dim1 = 0, int dim2 = 1) => Of(input, offset, dim1, dim2, out start);

    /// <summary>The layout of a diagonal and where it begins.</summary>
    internal static StridedLayout Of(StridedLayout input, int offset, int dim1, int dim2, out int start)
    {
        var (rows, columns) = (Dimension.Wrap(dim1, input.Rank), Dimension.Wrap(dim2, input.Rank));
        if (rows == columns)
            throw new DimensionException($"diagonal dimensions cannot be identical {dim1}, {dim2}. Name the rows and the columns.");
        var length = Math.Max(0, offset >= 0 ? Math.Min(input.Sizes[rows], input.Sizes[columns] - offset) : Math.Min(input.Sizes[rows] + offset, input.Sizes[columns]));
        start = length == 0 ? 0 : offset >= 0 ? offset * input.Strides[columns] : -offset * input.Strides[rows];
        var kept = Enumerable.Range(0, input.Rank).Where(i => i != rows && i != columns).ToArray();
        return StridedLayout.Strided([.. kept.Select(i => input.Sizes[i]), length], [.. kept.Select(i => input.Strides[i]), input.Strides[rows] + input.Strides[columns]]);
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Shape inputShape, int offset, int dim1, int dim2)
        where T : unmanaged => DiagonalInZeros.Apply(grad, inputShape, offset, dim1, dim2, null);
}

/// <summary>Zeros with a diagonal filled in: the gradient of <see cref="Diagonal"/>.</summary>
[TensorOp("s... -> size...", Name = "diagonal_backward", IsInternal = true)]
public static partial class DiagonalInZeros
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, Shape size, int offset, int dim1, int dim2)
        where T : unmanaged
    {
        result.Span.Clear();
        var layout = Diagonal.Of(result.Layout, offset, dim1, dim2, out var start);
        if (input.Count > 0)
            StridedCopy.Run(input, new TensorView<T>(result.Array, result.Offset + start, layout));
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, int offset, int dim1, int dim2)
        where T : unmanaged => grad.Diagonal(offset, dim1, dim2);
}
