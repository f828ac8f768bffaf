namespace DslTensors.Operators;

/// <summary>The tensor with dimensions of size 1 added until its rank is 3 (PyTorch's <c>atleast_3d</c>).</summary>
/// <param name="tensors">The tensor.</param>
/// <returns>A tensor of rank 3 or more.</returns>
[TensorOp("s... -> widened...", Name = "atleast_3d")]
public static partial class Atleast3d
{
    private static Tensor<T> Compose<T>(Tensor<T> tensors)
        where T : unmanaged => tensors.Rank == 0 ? tensors.Reshape(1, 1, 1) : tensors.Rank == 1 ? tensors.Reshape(1, -1, 1) : tensors.Rank == 2 ? tensors.Unsqueeze(2) : tensors.Reshape(tensors.Shape.ToArray());
}
