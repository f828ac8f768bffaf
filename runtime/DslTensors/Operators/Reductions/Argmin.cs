using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The index of the least element (PyTorch's <c>argmin</c>); the first one of several, NaN below all.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension to search along; by default the whole tensor in row-major order.</param>
/// <param name="keepDim">Keep the dimension with size 1.</param>
/// <returns>The indices.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
/// <exception cref="ShapeException">There is nothing to search.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)", NonDifferentiable = true)]
public static partial class Argmin
{
    private static void Forward<T>(TensorView<T> input, TensorView<long> result, int? dim = null, bool keepDim = false)
        where T : unmanaged, INumber<T> => IndexSearch.Run(input, result, dim, "argmin", static (candidate, best) => candidate < best || (T.IsNaN(candidate) && !T.IsNaN(best)));
}
