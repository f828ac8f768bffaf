namespace DslTensors.Operators;

/// <summary>A part of a dimension that begins where a tensor says (PyTorch's <c>narrow</c> with a tensor); the result is a view.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="start">The first index, a scalar.</param>
/// <param name="length">How many to keep.</param>
/// <returns>A view of these elements.</returns>
/// <exception cref="ShapeException"><paramref name="start"/> is no scalar.</exception>
/// <exception cref="DimensionException">The dimension or the part is out of range.</exception>
[TensorOp("s..., () -> part...", Method = "Narrow")]
[ShapeError("start", ShapeFault.Rank, "start must be an 0-dim integral Tensor")]
public static partial class NarrowFrom
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int dim, Tensor<long> start, int length)
        where T : unmanaged => input.Narrow(dim, (int)start.Item(), length);
}
