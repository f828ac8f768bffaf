namespace DslTensors.Operators;

/// <summary>A tensor with the element type of another whose elements nobody has written yet (PyTorch's <c>new_empty</c>).</summary>
/// <param name="input">The tensor whose element type and device are taken.</param>
/// <param name="size">The size of each dimension.</param>
/// <returns>The tensor.</returns>
/// <exception cref="ShapeException">A size is negative.</exception>
[TensorOp("s... -> size...", NonDifferentiable = true)]
public static partial class NewEmpty
{
    private static Tensor<T> Compose<T>(Tensor<T> input, params int[] size)
        where T : unmanaged => Tensor<T>.Allocate(input.Device, StridedLayout.Contiguous(size));
}
