using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The variance over some dimensions (PyTorch's <c>var</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">One or several dimensions; by default all.</param>
/// <param name="correction">What is subtracted from the number of elements: 1 for a sample, 0 for the whole population.</param>
/// <param name="keepDim">Keep the reduced dimensions with size 1.</param>
/// <returns>The variances.</returns>
/// <exception cref="DimensionException">A dimension is out of range or given twice.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)")]
public static partial class Var
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Dims dim = default, int correction = 1, bool keepDim = false)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        (input - input.Mean(dim, keepDim: true)).Square().Sum(dim, keepDim) / DegreesOfFreedom(input, dim, correction);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input, Dims dim, int correction, bool keepDim)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ReducedGradient.KeepDims(grad, input.Shape, dim, keepDim) * (input - input.Mean(dim, keepDim: true)) * (2.0 / DegreesOfFreedom(input, dim, correction));

    internal static int DegreesOfFreedom<T>(Tensor<T> input, Dims dim, int correction)
        where T : unmanaged
    {
        var flags = dim.Flags(input.Rank);
        var count = 1;
        for (var i = 0; i < flags.Length; i++)
            count *= flags[i] ? input.Shape[i] : 1;
        return Math.Max(0, count - correction);
    }
}
