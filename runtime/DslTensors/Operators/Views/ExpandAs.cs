namespace DslTensors.Operators;

/// <summary>Repeats dimensions of size 1 to the shape of another tensor without copying (PyTorch's <c>expand_as</c>); the result is a view.</summary>
/// <param name="input">The tensor.</param>
/// <param name="other">The tensor whose shape is taken; its element type does not matter.</param>
/// <returns>A tensor of that shape.</returns>
/// <exception cref="ShapeException">A size other than 1 would have to change.</exception>
[TensorOp("s..., o... -> stretched(s, o)", IsView = true)]
public static partial class ExpandAs
{
    private static Tensor<T> Compose<T, TOther>(Tensor<T> input, Tensor<TOther> other)
        where T : unmanaged
        where TOther : unmanaged => input.Expand(other.Shape.ToArray());
}
