using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The sums of all elements up to each along a dimension (PyTorch's <c>cumsum</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> along(s, dim)", HalvesInFloat = false)]
public static partial class Cumsum
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int dim)
        where T : unmanaged, IFloatingPointIeee754<T> => TypedCumsum.Apply(input, dim, null);
}
