namespace DslTensors.Operators;

/// <summary>A tensor filled with one number (PyTorch's <c>full</c>).</summary>
/// <param name="size">The size of each dimension.</param>
/// <param name="fillValue">The number.</param>
/// <returns>The tensor.</returns>
/// <exception cref="ShapeException">A size is negative.</exception>
[TensorOp("-> size...", NonDifferentiable = true)]
public static partial class Full
{
    private static Tensor<T> Compose<T>(int[] size, Scalar fillValue)
        where T : unmanaged => FilledTensor.Of<T>(size, fillValue);
}
