namespace DslTensors.Operators;

/// <summary>The indices of all places where a condition holds, a tensor for each dimension (PyTorch's <c>where</c> with one argument).</summary>
/// <param name="condition">The condition.</param>
/// <returns>For each dimension the indices, [count].</returns>
[TensorOp("s... -> indices...[]", Method = "Where", NonDifferentiable = true)]
public static partial class WhereTrue
{
    private static Tensor<long>[] Compose(Tensor<bool> condition) => condition.NonzeroAsTuple();
}
