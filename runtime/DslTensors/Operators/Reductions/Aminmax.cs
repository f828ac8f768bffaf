using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The least and the greatest element (PyTorch's <c>aminmax</c>); equal ones share the gradient.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension; all by default.</param>
/// <param name="keepDim">Whether the dimensions stay, with size 1.</param>
/// <returns>The least and the greatest elements.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
/// <exception cref="ShapeException">There is nothing to choose from.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim), reduce(s, dim, keepDim)")]
public static partial class Aminmax
{
    private static (Tensor<T> Min, Tensor<T> Max) Compose<T>(Tensor<T> input, int? dim = null, bool keepDim = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Dims dims = dim is { } one ? one : default(Dims);
        if (input.Count == 0 && dims.Flags(input.Rank).Where((isReduced, i) => isReduced && input.Shape[i] == 0).Any())
            throw new ShapeException($"aminmax(): cannot compute aminmax over an empty dimension as the operation has no identity. The shape is {input.Shape}.");
        return (input.Amin(dims, keepDim), input.Amax(dims, keepDim));
    }
}
