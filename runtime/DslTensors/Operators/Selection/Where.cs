namespace DslTensors.Operators;

/// <summary>Elements of one tensor where a condition holds, of another where it does not (PyTorch's <c>where</c>).</summary>
/// <param name="condition">The condition.</param>
/// <param name="input">The elements where it is true.</param>
/// <param name="other">The elements where it is false.</param>
/// <returns>The chosen elements, in the shape that all three broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ..., ... -> ...")]
public static partial class Where
{
    private static Tensor<T> Compose<T>(Tensor<bool> condition, Tensor<T> input, Tensor<T> other)
        where T : unmanaged => Chosen.Apply(condition, input, other, null);
}

/// <summary>A number where a condition holds, elements of a tensor where it does not (PyTorch's <c>where</c>).</summary>
/// <param name="condition">The condition.</param>
/// <param name="input">The number where it is true.</param>
/// <param name="other">The elements where it is false.</param>
/// <returns>The chosen elements.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", Method = "Where")]
public static partial class WhereNumber
{
    private static Tensor<T> Compose<T>(Tensor<bool> condition, Scalar input, Tensor<T> other)
        where T : unmanaged => Chosen.Apply(condition, ScalarTensor.Exactly(other, input), other, null);
}

/// <summary>Elements of a tensor where a condition holds, a number where it does not (PyTorch's <c>where</c>).</summary>
/// <param name="condition">The condition.</param>
/// <param name="input">The elements where it is true.</param>
/// <param name="other">The number where it is false.</param>
/// <returns>The chosen elements.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", Method = "Where")]
public static partial class WhereElseNumber
{
    private static Tensor<T> Compose<T>(Tensor<bool> condition, Tensor<T> input, Scalar other)
        where T : unmanaged => Chosen.Apply(condition, input, ScalarTensor.Exactly(input, other), null);
}
