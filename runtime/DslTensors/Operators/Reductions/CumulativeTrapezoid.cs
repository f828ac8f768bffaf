using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The integral up to each sample at equal distances along a dimension by the trapezoidal rule (PyTorch's <c>cumulative_trapezoid</c>).</summary>
/// <param name="y">The samples.</param>
/// <param name="dx">Their distance.</param>
/// <param name="dim">The dimension.</param>
/// <returns>The integrals, one less than samples.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> sums...")]
public static partial class CumulativeTrapezoid
{
    private static Tensor<T> Compose<T>(Tensor<T> y, double dx = 1, int dim = -1)
        where T : unmanaged, IFloatingPointIeee754<T> => Trapezoid.Areas(y, dim).Cumsum(dim) * dx;
}

/// <summary>The integral up to each sample at given places along a dimension by the trapezoidal rule (PyTorch's <c>cumulative_trapezoid</c>).</summary>
/// <param name="y">The samples.</param>
/// <param name="x">Their places: a vector, or a tensor that broadcasts to the samples.</param>
/// <param name="dim">The dimension.</param>
/// <returns>The integrals, one less than samples.</returns>
/// <exception cref="ShapeException">There are more or fewer places than samples.</exception>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s..., places... -> sums...", Method = "CumulativeTrapezoid")]
public static partial class CumulativeTrapezoidAt
{
    private static Tensor<T> Compose<T>(Tensor<T> y, Tensor<T> x, int dim = -1)
        where T : unmanaged, IFloatingPointIeee754<T> => (Trapezoid.Areas(y, dim) * TrapezoidAt.Widths(y, x, dim)).Cumsum(dim);
}
