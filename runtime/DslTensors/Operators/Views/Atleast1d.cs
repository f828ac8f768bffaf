namespace DslTensors.Operators;

/// <summary>The tensor with dimensions of size 1 added until its rank is 1 (PyTorch's <c>atleast_1d</c>).</summary>
/// <param name="tensors">The tensor.</param>
/// <returns>A tensor of rank 1 or more.</returns>
[TensorOp("s... -> widened...", Name = "atleast_1d")]
public static partial class Atleast1d
{
    private static Tensor<T> Compose<T>(Tensor<T> tensors)
        where T : unmanaged => tensors.Rank == 0 ? tensors.Reshape(1) : tensors.Reshape(tensors.Shape.ToArray());
}
