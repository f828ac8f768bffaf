namespace DslTensors.Operators;

/// <summary>The same elements in another shape (PyTorch's <c>reshape</c>): a view where the strides allow it, otherwise a copy.</summary>
/// <param name="input">The tensor.</param>
/// <param name="shape">The sizes of the result; one of them may be -1 and follows from the others.</param>
/// <returns>A tensor of that shape.</returns>
/// <exception cref="ShapeException">The numbers of elements differ.</exception>
[TensorOp("s... -> reshape(s, shape)")]
public static partial class Reshape
{
    private static Tensor<T> Compose<T>(Tensor<T> input, params int[] shape)
        where T : unmanaged
    {
        var sizes = ReshapedSizes.Of(input.Layout, shape);
        return ReshapedSizes.Layout(input.Layout, sizes) is null ? input.Contiguous().View(sizes) : input.View(sizes);
    }
}
