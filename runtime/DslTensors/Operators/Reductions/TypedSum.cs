using System.Numerics;
using DslTensors.Cpu;
using DslTensors.Lanes;

namespace DslTensors.Operators;

/// <summary>The sum over some dimensions in the type of the elements (PyTorch's <c>sum</c> with <c>dtype</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">One or several dimensions; by default all.</param>
/// <param name="keepDim">Keep the reduced dimensions with size 1.</param>
/// <returns>The sums; integers wrap around.</returns>
[TensorOp("s... -> reduce(s, dim, keepDim)", Method = "Sum", IsInternal = true)]
public static partial class TypedSum
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, Dims dim = default, bool keepDim = false)
        where T : unmanaged, INumber<T> => ReductionLoop.Run(default(SumReduction), input, dim.Flags(input.Rank), result);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Shape inputShape, Dims dim, bool keepDim)
        where T : unmanaged, IFloatingPointIeee754<T> => ReducedGradient.Expand(grad, inputShape, dim, keepDim);
}
