using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The standard deviation of all elements (PyTorch's <c>std</c> with <c>unbiased</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
/// <returns>The standard deviation, a scalar.</returns>
[TensorOp("s... -> ", Method = "Std")]
public static partial class StdOfAll
{
    private static Tensor<T> Compose<T>(Tensor<T> input, bool unbiased)
        where T : unmanaged, IFloatingPointIeee754<T> => input.Std(correction: unbiased ? 1 : 0);
}
