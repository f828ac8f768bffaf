namespace DslTensors.Operators;

/// <summary>A tensor of zeros with the element type of another (PyTorch's <c>new_zeros</c>).</summary>
/// <param name="input">The tensor whose element type is taken.</param>
/// <param name="size">The size of each dimension.</param>
/// <returns>The tensor.</returns>
/// <exception cref="ShapeException">A size is negative.</exception>
[TensorOp("s... -> size...", NonDifferentiable = true)]
public static partial class NewZeros
{
    private static Tensor<T> Compose<T>(Tensor<T> input, params int[] size)
        where T : unmanaged => FilledTensor.Of<T>(size, 0, input.Device);
}
