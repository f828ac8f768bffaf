namespace DslTensors.Operators;

/// <summary>A copy of the elements in another type (PyTorch's <c>_to_copy</c>); gradients are converted back.</summary>
/// <param name="input">The tensor.</param>
/// <returns>The copy.</returns>
[TensorOp("s... -> s...", Name = "_to_copy", IsInternal = true)]
public static partial class Converted
{
    private static void Forward<T, TResult>(TensorView<T> input, TensorView<TResult> result)
        where T : unmanaged
        where TResult : unmanaged => ElementConversion.Run<T, TResult>(input.Dense().Span, result.Span);

    private static Tensor<T> GradInput<T, TResult>(Tensor<TResult> grad)
        where T : unmanaged
        where TResult : unmanaged => Apply<TResult, T>(grad, null);
}
