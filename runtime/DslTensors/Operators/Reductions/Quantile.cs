using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Quantiles along a dimension; NaN where there is one (PyTorch's <c>quantile</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="q">The shares, 0 to 1: a scalar or a vector.</param>
/// <param name="dim">The dimension; by default all elements are one line.</param>
/// <param name="keepDim">Whether the dimension stays, with size 1.</param>
/// <param name="interpolation">What lies between two elements: <c>"linear"</c>, <c>"lower"</c>, <c>"higher"</c>, <c>"midpoint"</c> or <c>"nearest"</c>.</param>
/// <returns>The quantiles; those of a vector along a new first dimension.</returns>
/// <exception cref="ShapeException"><paramref name="q"/> has more dimensions, or there are no elements.</exception>
/// <exception cref="TensorException">A share is out of range, or <paramref name="interpolation"/> is another word.</exception>
[TensorOp("s..., r... -> quantiles(s, dim, keepDim, r)")]
public static partial class Quantile
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> q, int? dim = null, bool keepDim = false, string interpolation = "linear")
        where T : unmanaged, IFloatingPointIeee754<T> => RankedQuantile.Of("quantile", input, q, dim, keepDim, interpolation, ignoresNaN: false);
}

/// <summary>A quantile along a dimension; NaN where there is one (PyTorch's <c>quantile</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="q">The share, 0 to 1.</param>
/// <param name="dim">The dimension; by default all elements are one line.</param>
/// <param name="keepDim">Whether the dimension stays, with size 1.</param>
/// <param name="interpolation">What lies between two elements: <c>"linear"</c>, <c>"lower"</c>, <c>"higher"</c>, <c>"midpoint"</c> or <c>"nearest"</c>.</param>
/// <returns>The quantiles.</returns>
/// <exception cref="ShapeException">There are no elements.</exception>
/// <exception cref="TensorException">The share is out of range, or <paramref name="interpolation"/> is another word.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)", Method = "Quantile")]
public static partial class QuantileOfShare
{
    private static Tensor<T> Compose<T>(Tensor<T> input, double q, int? dim = null, bool keepDim = false, string interpolation = "linear")
        where T : unmanaged, IFloatingPointIeee754<T> => RankedQuantile.Of("quantile", input, FilledTensor.Of<T>([], q), dim, keepDim, interpolation, ignoresNaN: false);
}
