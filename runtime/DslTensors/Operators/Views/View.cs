namespace DslTensors.Operators;

/// <summary>The same elements in another shape without copying (PyTorch's <c>view</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="shape">The sizes of the result; one of them may be -1 and follows from the others.</param>
/// <returns>A view of the same elements.</returns>
/// <exception cref="ShapeException">The numbers of elements differ, or the strides would need a copy.</exception>
[TensorOp("s... -> reshape(s, shape)", Name = "view", Method = "View")]
public static partial class Viewed
{
    private static StridedLayout View(StridedLayout input, params int[] shape) =>
        ReshapedSizes.Layout(input, ReshapedSizes.Of(input, shape)) ?? throw new ShapeException(
            "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). " +
            $"Use .Reshape(...) instead: the tensor has shape {Shape.Format(input.Sizes)} and strides {Shape.Format(input.Strides)}.");

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Shape inputShape)
        where T : unmanaged => grad.Reshape(inputShape.ToArray());
}
