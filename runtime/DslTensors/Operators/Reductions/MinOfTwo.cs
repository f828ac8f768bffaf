using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The lesser of each pair of elements (PyTorch's <c>min</c> with two tensors).</summary>
/// <param name="input">The first tensor.</param>
/// <param name="other">The second tensor.</param>
/// <returns>A tensor of the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", Method = "Min")]
public static partial class MinOfTwo
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> other)
        where T : unmanaged, INumber<T> => input.Minimum(other);
}
