using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each element once, in rising order (PyTorch's <c>unique</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension whose slices are compared; by default elements are.</param>
/// <returns>The elements or slices, for each of the input its place among them, and how often each occurs.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> unique..., places..., counts", NonDifferentiable = true)]
public static partial class Unique
{
    private static (Tensor<T> Output, Tensor<long> Inverse, Tensor<long> Counts) Compose<T>(Tensor<T> input, int? dim = null)
        where T : unmanaged, INumber<T> => DistinctSlices.Of(input, dim, static (first, second) => DistinctSlices.Compare(first, second));
}
