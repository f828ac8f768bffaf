using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The variance and the mean of all elements (PyTorch's <c>var_mean</c> with <c>unbiased</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
/// <returns>The variance and the mean, scalars.</returns>
[TensorOp("s... -> (), ()", Method = "VarMean")]
public static partial class VarMeanOfAll
{
    private static (Tensor<T> Var, Tensor<T> Mean) Compose<T>(Tensor<T> input, bool unbiased)
        where T : unmanaged, IFloatingPointIeee754<T> => (input.Var(unbiased), input.Mean());
}
