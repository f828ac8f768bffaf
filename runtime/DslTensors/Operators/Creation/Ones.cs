namespace DslTensors.Operators;

/// <summary>A tensor filled with ones (PyTorch's <c>ones</c>).</summary>
/// <param name="size">The size of each dimension.</param>
/// <returns>The tensor.</returns>
/// <exception cref="ShapeException">A size is negative.</exception>
[TensorOp("-> size...", NonDifferentiable = true)]
public static partial class Ones
{
    private static Tensor<T> Compose<T>(params int[] size)
        where T : unmanaged => FilledTensor.Of<T>(size, 1);
}
