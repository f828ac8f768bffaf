namespace DslTensors.Operators;

/// <summary>The rows in reverse order (PyTorch's <c>flipud</c>).</summary>
/// <param name="input">A tensor of rank 1 or more.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="ShapeException">The rank is too low.</exception>
[TensorOp("s... -> s...")]
public static partial class Flipud
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.Rank > 0
            ? input.Flip(0)
            : throw new ShapeException($"Input must be >= 1-d. flipud: the shape is {input.Shape}.");
}
