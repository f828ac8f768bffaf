using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The integral of samples at equal distances along a dimension by the trapezoidal rule (PyTorch's <c>trapezoid</c>).</summary>
/// <param name="y">The samples.</param>
/// <param name="dx">Their distance.</param>
/// <param name="dim">The dimension.</param>
/// <returns>The integrals, without the dimension.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> reduce(s, dim)", Aliases = ["trapz"])]
public static partial class Trapezoid
{
    private static Tensor<T> Compose<T>(Tensor<T> y, double dx = 1, int dim = -1)
        where T : unmanaged, IFloatingPointIeee754<T> => Areas(y, dim).Sum(dim) * dx;

    /// <summary>The means of neighbours.</summary>
    internal static Tensor<T> Areas<T>(Tensor<T> y, int dim)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (y.Rank == 0)
            throw new DimensionException("trapezoid() needs samples along a dimension, and a scalar has none. Add one with x.Unsqueeze(0).");
        var count = Math.Max(1, y.Shape[dim]) - 1;
        return y.Shape[dim] == 0 ? y : (y.Narrow(dim, 0, count) + y.Narrow(dim, 1, count)) * 0.5;
    }
}

/// <summary>The integral of samples at given places along a dimension by the trapezoidal rule (PyTorch's <c>trapezoid</c>).</summary>
/// <param name="y">The samples.</param>
/// <param name="x">Their places: a vector, or a tensor that broadcasts to the samples.</param>
/// <param name="dim">The dimension.</param>
/// <returns>The integrals, without the dimension.</returns>
/// <exception cref="ShapeException">There are more or fewer places than samples.</exception>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s..., places... -> sums...", Method = "Trapezoid", Aliases = ["trapz"])]
public static partial class TrapezoidAt
{
    private static Tensor<T> Compose<T>(Tensor<T> y, Tensor<T> x, int dim = -1)
        where T : unmanaged, IFloatingPointIeee754<T> => (Trapezoid.Areas(y, dim) * Widths(y, x, dim)).Sum(dim);

    /// <summary>The distances of neighbours, in a shape that broadcasts to the areas.</summary>
    internal static Tensor<T> Widths<T>(Tensor<T> y, Tensor<T> x, int dim)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (y.Rank == 0 || x.Rank == 0)
            throw new DimensionException("trapezoid() needs samples along a dimension, and a scalar has none. Add one with x.Unsqueeze(0).");
        var at = Dimension.Wrap(dim, y.Rank);
        if (x.Rank == 1)
        {
            if (x.Shape[0] != y.Shape[at])
                throw new ShapeException($"trapezoid: There must be one `x` value for each sample point. There are {x.Shape[0]} for {y.Shape[at]} samples.");
            int[] line = [.. Enumerable.Repeat(1, y.Rank)];
            line[at] = -1;
            return x.Diff().Reshape(line);
        }

        int[] wide = [.. Enumerable.Repeat(1, Math.Max(0, y.Rank - x.Rank)), .. x.Shape.ToArray()];
        var places = x.Reshape(wide);
        var axis = at + places.Rank - y.Rank;
        return places.Shape[axis] == 1 && y.Shape[at] > 1 ? places * 0 : places.Diff(1, axis);
    }
}
