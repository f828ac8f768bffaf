namespace DslTensors.Operators;

/// <summary>Exchanges two dimensions (PyTorch's <c>transpose</c>); the result is a view.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim0">The first dimension.</param>
/// <param name="dim1">The second dimension.</param>
/// <returns>A view of the same elements.</returns>
/// <exception cref="DimensionException">A dimension is out of range.</exception>
[TensorOp("s... -> swap(s, dim0, dim1)")]
public static partial class Transpose
{
    private static StridedLayout View(StridedLayout input, int dim0, int dim1)
    {
        var (first, second) = (Dimension.Wrap(dim0, input.Rank), Dimension.Wrap(dim1, input.Rank));
        if (input.Rank == 0)
            return input;
        int[] sizes = [.. input.Sizes];
        int[] strides = [.. input.Strides];
        (sizes[first], sizes[second]) = (sizes[second], sizes[first]);
        (strides[first], strides[second]) = (strides[second], strides[first]);
        return StridedLayout.Strided(sizes, strides);
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, int dim0, int dim1)
        where T : unmanaged => grad.Transpose(dim0, dim1);
}
