namespace DslTensors.Operators;

/// <summary>A tensor with unspecified elements (PyTorch's <c>empty</c>), for those who write all of them.</summary>
/// <param name="size">The size of each dimension.</param>
/// <returns>The tensor.</returns>
/// <exception cref="ShapeException">A size is negative.</exception>
[TensorOp("-> size...", NonDifferentiable = true)]
public static partial class Empty
{
    private static Tensor<T> Compose<T>(params int[] size)
        where T : unmanaged => Tensor<T>.Allocate(Device.Cpu, StridedLayout.Contiguous(size));
}
