namespace DslTensors.Operators;

/// <summary>Inserts a dimension of size 1 (PyTorch's <c>unsqueeze</c>); the result is a view.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">Where the new dimension stands in the result; negative ones count from its end.</param>
/// <returns>A view of the same elements.</returns>
/// <exception cref="DimensionException"><paramref name="dim"/> is out of range.</exception>
[TensorOp("s... -> unsqueeze(s, dim)")]
public static partial class Unsqueeze
{
    private static StridedLayout View(StridedLayout input, int dim)
    {
        var at = Dimension.Wrap(dim, input.Rank + 1);
        var stride = at < input.Rank ? input.Sizes[at] * input.Strides[at] : 1;
        return StridedLayout.Strided([.. input.Sizes[..at], 1, .. input.Sizes[at..]], [.. input.Strides[..at], stride, .. input.Strides[at..]]);
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, int dim)
        where T : unmanaged => grad.Squeeze(dim);
}
