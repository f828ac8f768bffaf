using System.Numerics;
using DslTensors.Cpu;
using DslTensors.Lanes;

namespace DslTensors.Operators;

/// <summary>The least element along some dimensions (PyTorch's <c>amin</c>); equal ones share the gradient.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">One or several dimensions; by default all.</param>
/// <param name="keepDim">Keep the reduced dimensions with size 1.</param>
/// <returns>The least elements; NaN where there is one.</returns>
/// <exception cref="DimensionException">A dimension is out of range or given twice.</exception>
/// <exception cref="ShapeException">There is nothing to choose from.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)")]
public static partial class Amin
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, Dims dim = default, bool keepDim = false)
        where T : unmanaged, INumber<T>
    {
        if (input.Count == 0 && result.Count > 0)
            throw new ShapeException($"amin(): Expected reduction dim {(dim.IsAll ? "to be specified for input.numel() == 0" : $"{Dimension.Wrap(dim.First(flag => input.Sizes[Dimension.Wrap(flag, input.Rank)] == 0), input.Rank)} to have non-zero size")}. The tensor has shape {Shape.Format(input.Sizes)}.");
        ReductionLoop.Run(default(MinReduction), input, dim.Flags(input.Rank), result);
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input, Tensor<T> result, Dims dim, bool keepDim)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var chosen = input.Eq(ReducedGradient.KeepDims(result, input.Shape, dim, keepDim)).To<T>();
        return chosen * (ReducedGradient.KeepDims(grad, input.Shape, dim, keepDim) / chosen.Sum(dim, keepDim: true));
    }
}
