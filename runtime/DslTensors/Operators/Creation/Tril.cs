namespace DslTensors.Operators;

/// <summary>The lower triangle of each matrix, the rest 0 (PyTorch's <c>tril</c>).</summary>
/// <param name="input">The matrices, [..., n, m].</param>
/// <param name="diagonal">The last diagonal that counts: 0 is the main one, positive ones lie above it.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="ShapeException">The tensor has fewer than two dimensions.</exception>
[TensorOp("s... n m -> s... n m", InPlace = true)]
public static partial class Tril
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, int diagonal = 0)
        where T : unmanaged
    {
        StridedCopy.RunUnlessSame(input, result);
        Triangle.Clear(result, (row, column) => !(column - row <= diagonal));
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, int diagonal)
        where T : unmanaged => grad.Tril(diagonal);
}
