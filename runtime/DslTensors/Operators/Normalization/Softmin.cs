using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The softmax of the negated elements (PyTorch's <c>nn.functional.softmin</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension along which the results sum to 1.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> along(s, dim)")]
public static partial class Softmin
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int dim)
        where T : unmanaged, IFloatingPointIeee754<T> => (-input).Softmax(dim);
}
