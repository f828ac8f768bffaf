namespace DslTensors.Operators;

/// <summary>Each matrix with its dimensions exchanged (PyTorch's <c>mT</c>); the result is a view.</summary>
/// <param name="input">The matrices, [..., n, m].</param>
/// <returns>A view of the same elements, [..., m, n].</returns>
/// <exception cref="ShapeException">The input has fewer than two dimensions.</exception>
[TensorOp("b... n m -> b... m n", Method = "MT", Name = "mT", Aliases = ["mH", "adjoint"], IsView = true)]
[ShapeError("input", ShapeFault.Rank, "tensor.mT is only supported on matrices or batches of matrices. Got {input.Rank}-D tensor")]
public static partial class TransposedMatrices
{
    private static Tensor<TElement> Compose<TElement>(Tensor<TElement> input)
        where TElement : unmanaged => input.Transpose(-2, -1);
}
