namespace DslTensors.Operators;

/// <summary>The same elements in the shape of another tensor without copying (PyTorch's <c>view_as</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="other">The tensor whose shape is taken; its element type does not matter.</param>
/// <returns>A tensor of that shape.</returns>
/// <exception cref="ShapeException">The numbers of elements differ, or the strides would need a copy.</exception>
[TensorOp("s..., o... -> refilled(s, o)", IsView = true)]
public static partial class ViewAs
{
    private static Tensor<T> Compose<T, TOther>(Tensor<T> input, Tensor<TOther> other)
        where T : unmanaged
        where TOther : unmanaged => input.View(other.Shape.ToArray());
}
