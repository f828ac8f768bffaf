namespace DslTensors.Operators;

/// <summary>Removes dimensions of size 1 (PyTorch's <c>squeeze</c>); the result is a view.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension to remove if its size is 1; by default all of size 1.</param>
/// <returns>A view of the same elements.</returns>
/// <exception cref="DimensionException"><paramref name="dim"/> is out of range.</exception>
[TensorOp("s... -> squeeze(s, dim)")]
public static partial class Squeeze
{
    private static StridedLayout View(StridedLayout input, int? dim = null)
    {
        var only = dim is { } one ? Dimension.Wrap(one, input.Rank) : -1;
        var kept = Enumerable.Range(0, input.Rank).Where(i => input.Sizes[i] != 1 || (dim is not null && i != only)).ToArray();
        return StridedLayout.Strided([.. kept.Select(i => input.Sizes[i])], [.. kept.Select(i => input.Strides[i])]);
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Shape inputShape)
        where T : unmanaged => grad.Reshape(inputShape.ToArray());
}
