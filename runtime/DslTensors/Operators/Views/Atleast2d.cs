namespace DslTensors.Operators;

/// <summary>The tensor with dimensions of size 1 added until its rank is 2 (PyTorch's <c>atleast_2d</c>).</summary>
/// <param name="tensors">The tensor.</param>
/// <returns>A tensor of rank 2 or more.</returns>
[TensorOp("s... -> widened...", Name = "atleast_2d")]
public static partial class Atleast2d
{
    private static Tensor<T> Compose<T>(Tensor<T> tensors)
        where T : unmanaged => tensors.Rank == 0 ? tensors.Reshape(1, 1) : tensors.Rank == 1 ? tensors.Unsqueeze(0) : tensors.Reshape(tensors.Shape.ToArray());
}
