namespace DslTensors.Operators;

/// <summary>A tensor with unspecified elements of the shape of another (PyTorch's <c>empty_like</c>).</summary>
/// <param name="input">The tensor whose shape is taken.</param>
/// <returns>The tensor.</returns>
[TensorOp("s... -> s...", NonDifferentiable = true)]
public static partial class EmptyLike
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged => Tensor<T>.Allocate(input.Device, StridedLayout.Contiguous(input.Layout.Sizes));
}
