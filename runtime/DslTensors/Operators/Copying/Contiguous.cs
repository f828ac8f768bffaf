namespace DslTensors.Operators;

/// <summary>The tensor itself if its elements lie in row-major order, otherwise a copy that does (PyTorch's <c>contiguous</c>).</summary>
/// <param name="input">The tensor.</param>
/// <returns>A contiguous tensor.</returns>
[TensorOp("s... -> s...")]
public static partial class Contiguous
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.IsContiguous ? input : input.Clone();
}
