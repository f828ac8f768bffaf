namespace DslTensors.Operators;

/// <summary>
/// The indices of all elements other than 0, in row-major order, a tensor for each dimension (PyTorch's
/// <c>nonzero(as_tuple=True)</c>); together they index the tensor: <c>x[rows, columns]</c>.
/// </summary>
/// <param name="input">The tensor.</param>
/// <returns>For each dimension the indices, [count]; a tensor of rank 0 counts as a vector of one.</returns>
[TensorOp("s... -> indices...[]", NonDifferentiable = true)]
public static partial class NonzeroAsTuple
{
    private static Tensor<long>[] Compose<T>(Tensor<T> input)
        where T : unmanaged => (input.Rank == 0 ? input.Detach().Unsqueeze(0) : input.Detach()).Nonzero().Unbind(1);
}
