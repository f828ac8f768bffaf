namespace DslTensors.Operators;

/// <summary>The same elements in the shape of another tensor (PyTorch's <c>reshape_as</c>): a view where the strides allow it, otherwise a copy.</summary>
/// <param name="input">The tensor.</param>
/// <param name="other">The tensor whose shape is taken; its element type does not matter.</param>
/// <returns>A tensor of that shape.</returns>
/// <exception cref="ShapeException">The numbers of elements differ.</exception>
[TensorOp("s..., o... -> refilled(s, o)")]
public static partial class ReshapeAs
{
    private static Tensor<T> Compose<T, TOther>(Tensor<T> input, Tensor<TOther> other)
        where T : unmanaged
        where TOther : unmanaged => input.Reshape(other.Shape.ToArray());
}
