namespace DslTensors.Operators;

/// <summary>The sum of integers over some dimensions, as PyTorch's <c>sum</c> gives it: 64-bit.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">One or several dimensions; by default all.</param>
/// <param name="keepDim">Keep the summed dimensions with size 1.</param>
/// <returns>The sums.</returns>
[TensorOp("s... -> reduce(s, dim, keepDim)", Method = "Sum", NonDifferentiable = true)]
public static partial class SumOfLong
{
    private static void Forward(TensorView<long> input, TensorView<long> result, Dims dim = default, bool keepDim = false) =>
        Cpu.ReductionLoop.Run(default(Lanes.SumReduction), input, dim.Flags(input.Rank), result);
}

/// <summary>The sum of integers over some dimensions, as PyTorch's <c>sum</c> gives it: 64-bit.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">One or several dimensions; by default all.</param>
/// <param name="keepDim">Keep the summed dimensions with size 1.</param>
/// <returns>The sums.</returns>
[TensorOp("s... -> reduce(s, dim, keepDim)", Method = "Sum", NonDifferentiable = true)]
public static partial class SumOfInt
{
    private static Tensor<long> Compose(Tensor<int> input, Dims dim = default, bool keepDim = false) => input.To<long>().Sum(dim, keepDim);
}

/// <summary>The number of true elements along some dimensions, as PyTorch's <c>sum</c> of booleans gives it.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">One or several dimensions; by default all.</param>
/// <param name="keepDim">Keep the summed dimensions with size 1.</param>
/// <returns>The counts.</returns>
[TensorOp("s... -> reduce(s, dim, keepDim)", Method = "Sum", NonDifferentiable = true)]
public static partial class SumOfBool
{
    private static Tensor<long> Compose(Tensor<bool> input, Dims dim = default, bool keepDim = false) => input.To<long>().Sum(dim, keepDim);
}
