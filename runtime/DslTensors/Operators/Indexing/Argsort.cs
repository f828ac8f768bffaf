using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The indices that sort each line along a dimension (PyTorch's <c>argsort</c>); equal elements keep their order.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="descending">The greatest first.</param>
/// <returns>The indices, in the shape of <paramref name="input"/>.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> along(s, dim)", NonDifferentiable = true)]
public static partial class Argsort
{
    private static Tensor<long> Compose<T>(Tensor<T> input, int dim = -1, bool descending = false)
        where T : unmanaged, INumber<T> => input.Sort(dim, descending).Indices;
}
