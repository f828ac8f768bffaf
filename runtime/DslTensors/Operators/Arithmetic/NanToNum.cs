using System.Numerics;

namespace DslTensors.Operators;

/// <summary>NaN and infinities replaced by numbers (PyTorch's <c>nan_to_num</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="nan">What NaN becomes.</param>
/// <param name="posinf">What positive infinity becomes; by default the greatest number of the type.</param>
/// <param name="neginf">What negative infinity becomes; by default the least number of the type.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s... -> s...")]
public static partial class NanToNum
{
    private static Tensor<T> Compose<T>(Tensor<T> input, double? nan = null, double? posinf = null, double? neginf = null)
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T> =>
        Selection.NumbersOnly(input, nan ?? 0, posinf ?? double.CreateChecked(T.MaxValue), neginf ?? double.CreateChecked(T.MinValue), null);
}
