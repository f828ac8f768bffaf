namespace DslTensors.Operators;

/// <summary>A tensor filled with one number, with the element type of another (PyTorch's <c>new_full</c>).</summary>
/// <param name="input">The tensor whose element type is taken.</param>
/// <param name="size">The size of each dimension.</param>
/// <param name="fillValue">The number.</param>
/// <returns>The tensor.</returns>
/// <exception cref="ShapeException">A size is negative.</exception>
[TensorOp("s... -> size...", NonDifferentiable = true)]
public static partial class NewFull
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int[] size, Scalar fillValue)
        where T : unmanaged => FilledTensor.Of<T>(size, fillValue, input.Device);
}
