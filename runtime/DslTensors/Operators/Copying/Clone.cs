namespace DslTensors.Operators;

/// <summary>A copy with memory of its own (PyTorch's <c>clone</c>); gradients flow through it.</summary>
/// <param name="input">The tensor.</param>
/// <returns>A contiguous copy.</returns>
[TensorOp("s... -> s...")]
public static partial class Clone
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged => StridedCopy.Run(input, result);

    private static Tensor<T> GradInput<T>(Tensor<T> grad)
        where T : unmanaged => grad;
}
