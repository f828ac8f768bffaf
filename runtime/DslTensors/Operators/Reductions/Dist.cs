using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The p-norm of the differences between two tensors (PyTorch's <c>dist</c>).</summary>
/// <param name="input">The first tensor.</param>
/// <param name="other">The second tensor.</param>
/// <param name="p">The order of the norm.</param>
/// <returns>A scalar.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ")]
public static partial class Dist
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> other, double p = 2)
        where T : unmanaged, IFloatingPointIeee754<T> => (input - other).Norm(p);
}
