using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The elements without those that equal the one before (PyTorch's <c>unique_consecutive</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension whose slices are compared; by default elements are.</param>
/// <returns>The elements or slices, for each of the input its place among them, and how many each stands for.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> unique..., places..., counts", NonDifferentiable = true)]
public static partial class UniqueConsecutive
{
    private static (Tensor<T> Output, Tensor<long> Inverse, Tensor<long> Counts) Compose<T>(Tensor<T> input, int? dim = null)
        where T : unmanaged, INumber<T> => DistinctSlices.Of<T>(input, dim, null);
}
