using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The greater of each pair of elements (PyTorch's <c>max</c> with two tensors).</summary>
/// <param name="input">The first tensor.</param>
/// <param name="other">The second tensor.</param>
/// <returns>A tensor of the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", Method = "Max")]
public static partial class MaxOfTwo
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> other)
        where T : unmanaged, INumber<T> => input.Maximum(other);
}
