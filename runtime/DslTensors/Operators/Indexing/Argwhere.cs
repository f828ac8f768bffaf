namespace DslTensors.Operators;

/// <summary>The indices of all elements other than 0, in row-major order (PyTorch's <c>argwhere</c>).</summary>
/// <param name="input">The tensor.</param>
/// <returns>A row of indices for each such element, [count, rank].</returns>
[TensorOp("s... -> n k", NonDifferentiable = true)]
public static partial class Argwhere
{
    private static Tensor<long> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.Nonzero();
}
