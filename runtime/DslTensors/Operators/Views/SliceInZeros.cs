namespace DslTensors.Operators;

/// <summary>Zeros with a slice filled in (PyTorch's <c>slice_backward</c>): the gradient of <see cref="Slice"/>.</summary>
/// <param name="input">The elements of the slice.</param>
/// <param name="size">The sizes of the result.</param>
/// <param name="dim">The dimension.</param>
/// <param name="start">The first index.</param>
/// <param name="step">The distance between indices.</param>
/// <returns>The filled tensor.</returns>
[TensorOp("s... -> size...", Name = "slice_backward", IsInternal = true)]
public static partial class SliceInZeros
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, Shape size, int dim, int start, int step)
        where T : unmanaged
    {
        result.Span.Clear();
        if (input.Count == 0)
            return;
        int[] strides = [.. result.Strides];
        strides[dim] *= step;
        StridedCopy.Run(input, new TensorView<T>(result.Array, result.Offset + (start * result.Strides[dim]), StridedLayout.Strided(input.Sizes, strides)));
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Shape inputShape, int dim, int start, int step)
        where T : unmanaged => Slice.Apply(grad, dim, start, inputShape[dim], step);
}
