using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The rows of a table at given indices (PyTorch's <c>nn.functional.embedding</c>).</summary>
/// <param name="input">The indices, any shape.</param>
/// <param name="weight">The table, [n, d].</param>
/// <returns>The rows, in the shape of <paramref name="input"/> with d behind.</returns>
/// <exception cref="DimensionException">An index is out of range.</exception>
[TensorOp("s..., n d -> s... d")]
[ShapeError("weight", ShapeFault.Rank, "'weight' must be 2-D")]
public static partial class Embedding
{
    private static Tensor<T> Compose<T>(Tensor<long> input, Tensor<T> weight)
        where T : unmanaged => weight.IndexSelect(0, input.Reshape(-1)).Reshape([.. input.Layout.Sizes, weight.Shape[1]]);
}
