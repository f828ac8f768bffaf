namespace DslTensors.Operators;

/// <summary>Every so many elements of a dimension: what ranges in an index give; the result is a view.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="start">The first index.</param>
/// <param name="length">How many indices.</param>
/// <param name="step">The distance between indices, 1 or more.</param>
/// <returns>A view of these elements.</returns>
[TensorOp("s... -> slice(s, dim, start, length)", IsInternal = true)]
public static partial class Slice
{
    private static StridedLayout View(StridedLayout input, int dim, int start, int length, int step, out int offset)
    {
        int[] sizes = [.. input.Sizes];
        int[] strides = [.. input.Strides];
        offset = length == 0 ? 0 : start * strides[dim];
        sizes[dim] = length;
        strides[dim] *= step;
        return StridedLayout.Strided(sizes, strides);
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Shape inputShape, int dim, int start, int step)
        where T : unmanaged => SliceInZeros.Apply(grad, inputShape, dim, start, step, null);
}
