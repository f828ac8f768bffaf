using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The mean over some dimensions (PyTorch's <c>mean</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">One or several dimensions; by default all.</param>
/// <param name="keepDim">Keep the reduced dimensions with size 1.</param>
/// <returns>The means; NaN where there is nothing to average.</returns>
/// <exception cref="DimensionException">A dimension is out of range or given twice.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)")]
public static partial class Mean
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Dims dim = default, bool keepDim = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var flags = dim.Flags(input.Rank);
        var count = 1;
        for (var i = 0; i < flags.Length; i++)
            count *= flags[i] ? input.Shape[i] : 1;
        return input.Sum(dim, keepDim) / count;
    }
}
