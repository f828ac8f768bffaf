using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The norm of vectors along some dimensions (PyTorch's <c>linalg.vector_norm</c>).</summary>
/// <param name="x">The tensor.</param>
/// <param name="ord">The order: 0 counts elements other than 0, 1 sums magnitudes, 2 is Euclid's, the infinities the greatest and the least magnitude.</param>
/// <param name="dim">One or several dimensions; by default all.</param>
/// <param name="keepDim">Keep the reduced dimensions with size 1.</param>
/// <returns>The norms.</returns>
/// <exception cref="DimensionException">A dimension is out of range or given twice.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)", Method = "VectorNorm")]
public static partial class LinalgVectorNorm
{
    private static Tensor<T> Compose<T>(Tensor<T> x, double ord = 2, Dims dim = default, bool keepDim = false)
        where T : unmanaged, IFloatingPointIeee754<T> => VectorNorm.Apply(x, ord, dim, keepDim, null);
}
