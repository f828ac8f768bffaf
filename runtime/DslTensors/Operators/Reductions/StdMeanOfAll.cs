using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The standard deviation and the mean of all elements (PyTorch's <c>std_mean</c> with <c>unbiased</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
/// <returns>The standard deviation and the mean, scalars.</returns>
[TensorOp("s... -> (), ()", Method = "StdMean")]
public static partial class StdMeanOfAll
{
    private static (Tensor<T> Std, Tensor<T> Mean) Compose<T>(Tensor<T> input, bool unbiased)
        where T : unmanaged, IFloatingPointIeee754<T> => (input.Std(unbiased), input.Mean());
}
