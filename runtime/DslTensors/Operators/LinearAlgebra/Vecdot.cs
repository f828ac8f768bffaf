using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The scalar products of vectors along a dimension (PyTorch's <c>linalg.vecdot</c>).</summary>
/// <param name="x">The first vectors.</param>
/// <param name="y">The second vectors.</param>
/// <param name="dim">The dimension of the vectors.</param>
/// <returns>The products.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("..., ... -> dots...")]
public static partial class Vecdot
{
    private static Tensor<T> Compose<T>(Tensor<T> x, Tensor<T> y, int dim = -1)
        where T : unmanaged, IFloatingPointIeee754<T> => (x * y).Sum(dim);
}
