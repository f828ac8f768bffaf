using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The variance of all elements (PyTorch's <c>var</c> with <c>unbiased</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
/// <returns>The variance, a scalar.</returns>
[TensorOp("s... -> ", Method = "Var")]
public static partial class VarOfAll
{
    private static Tensor<T> Compose<T>(Tensor<T> input, bool unbiased)
        where T : unmanaged, IFloatingPointIeee754<T> => input.Var(correction: unbiased ? 1 : 0);
}
