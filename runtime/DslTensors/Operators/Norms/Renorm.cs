using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The slices of a dimension, those whose norm is greater than a bound made shorter (PyTorch's <c>renorm</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="p">The order of the norm.</param>
/// <param name="dim">The dimension whose slices are measured.</param>
/// <param name="maxnorm">The greatest norm.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="ShapeException">There are fewer than two dimensions, or a number is negative.</exception>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> s...", InPlace = true)]
public static partial class Renorm
{
    private static Tensor<T> Compose<T>(Tensor<T> input, double p, int dim, double maxnorm)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (p <= 0)
            throw new ShapeException($"non-positive-norm not supported: the order of renorm is {p}.");
        if (maxnorm < 0)
            throw new ShapeException($"renorm: expected maxnorm to be >= 0 but got {maxnorm}");
        if (input.Rank < 2)
            throw new ShapeException($"renorm: input needs at least 2 dimensions, got {input.Rank} dimensions. Its shape is {input.Shape}.");
        var at = Dimension.Wrap(dim, input.Rank);
        int[] others = [.. Enumerable.Range(0, input.Rank).Where(other => other != at)];
        var norms = input.Norm(p, others, keepDim: true);
        return input * Tensor.Where(norms.Gt(maxnorm), maxnorm / (norms + 1e-7), 1);
    }
}
