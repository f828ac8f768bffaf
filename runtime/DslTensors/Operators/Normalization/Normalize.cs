using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Vectors brought to norm 1 (PyTorch's <c>nn.functional.normalize</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="p">The order of the norm.</param>
/// <param name="dim">The dimension of the vectors.</param>
/// <param name="eps">The least number to divide by.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> along(s, dim)")]
public static partial class Normalize
{
    private static Tensor<T> Compose<T>(Tensor<T> input, double p = 2, int dim = 1, double eps = 1e-12)
        where T : unmanaged, IFloatingPointIeee754<T> => input / input.Norm(p, dim, keepDim: true).ClampMin(eps);
}
