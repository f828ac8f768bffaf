using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Between which boundaries each number lies (PyTorch's <c>bucketize</c>).</summary>
/// <param name="input">The numbers.</param>
/// <param name="boundaries">The boundaries, in rising order.</param>
/// <param name="right">A number that equals a boundary lies behind it; otherwise before.</param>
/// <returns>The number of boundaries before each, in the shape of <paramref name="input"/>.</returns>
/// <exception cref="ShapeException">The boundaries are no vector.</exception>
[TensorOp("i..., n -> i...", NonDifferentiable = true)]
[ShapeError("boundaries", ShapeFault.Rank, "boundaries tensor must be 1 dimension, but got dim({boundaries.Rank})")]
public static partial class Bucketize
{
    private static Tensor<long> Compose<T>(Tensor<T> input, Tensor<T> boundaries, bool right = false)
        where T : unmanaged, INumber<T> => boundaries.Searchsorted(input, right);
}
