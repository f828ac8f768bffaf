using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The standard deviation over some dimensions (PyTorch's <c>std</c>); its gradient is 0 where it is 0.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">One or several dimensions; by default all.</param>
/// <param name="correction">What is subtracted from the number of elements: 1 for a sample, 0 for the whole population.</param>
/// <param name="keepDim">Keep the reduced dimensions with size 1.</param>
/// <returns>The standard deviations.</returns>
/// <exception cref="DimensionException">A dimension is out of range or given twice.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)")]
public static partial class Std
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Dims dim = default, int correction = 1, bool keepDim = false)
        where T : unmanaged, IFloatingPointIeee754<T> => input.Var(dim, correction, keepDim).Sqrt();

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input, Tensor<T> result, Dims dim, int correction, bool keepDim)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var slope = (grad / (result * Var.DegreesOfFreedom(input, dim, correction))).MaskedFill(result.Eq(0), 0);
        return ReducedGradient.KeepDims(slope, input.Shape, dim, keepDim) * (input - input.Mean(dim, keepDim: true));
    }
}
