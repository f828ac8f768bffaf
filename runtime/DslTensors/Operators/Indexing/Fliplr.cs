namespace DslTensors.Operators;

/// <summary>The columns in reverse order (PyTorch's <c>fliplr</c>).</summary>
/// <param name="input">A tensor of rank 2 or more.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="ShapeException">The rank is too low.</exception>
[TensorOp("s... -> s...")]
public static partial class Fliplr
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.Rank > 1
            ? input.Flip(1)
            : throw new ShapeException($"Input must be >= 2-d. fliplr: the shape is {input.Shape}.");
}
