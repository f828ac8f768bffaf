namespace DslTensors.Operators;

/// <summary>All elements in one dimension (PyTorch's <c>ravel</c>): a view where the strides allow it, otherwise a copy.</summary>
/// <param name="input">The tensor.</param>
/// <returns>A tensor of rank 1.</returns>
[TensorOp("s... -> n")]
public static partial class Ravel
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.Reshape(-1);
}
