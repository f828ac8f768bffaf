using System.Numerics;
using DslTensors.Cpu;
using DslTensors.Lanes;

namespace DslTensors.Operators;

/// <summary>The sum over some dimensions (PyTorch's <c>sum</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">One or several dimensions; by default all.</param>
/// <param name="keepDim">Keep the summed dimensions with size 1.</param>
/// <returns>The sums; 0 where there is nothing to sum.</returns>
/// <exception cref="DimensionException">A dimension is out of range or given twice.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)")]
public static partial class Sum
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, Dims dim = default, bool keepDim = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!dim.IsAll || !SmallReduction.TryRun(default(SumReduction), input, result))
            ReductionLoop.Run(default(SumReduction), input, dim.Flags(input.Rank), result);
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Shape inputShape, Dims dim, bool keepDim)
        where T : unmanaged, IFloatingPointIeee754<T> => ReducedGradient.Expand(grad, inputShape, dim, keepDim);
}
