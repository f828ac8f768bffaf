using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each element limited to a range; where the bounds cross, the upper one holds (PyTorch's <c>clamp</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="min">The least result; by default there is none.</param>
/// <param name="max">The greatest result; by default there is none.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="TensorException">Both bounds are missing, or a bound of integers has a fraction or is too large.</exception>
[TensorOp("s... -> s...", InPlace = true)]
public static partial class Clamp
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Scalar? min = null, Scalar? max = null)
        where T : unmanaged, INumber<T>
    {
        return (min, max) switch
        {
            (null, null) => throw new TensorException("clamp: At least one of 'min' or 'max' must not be None. Give a bound, e.g. x.Clamp(min: 0)."),
            ({ } low, null) => input.ClampMin(low),
            (null, { } high) => input.ClampMax(high),
            ({ } low, { } high) when input.DType.IsFloatingPoint() => Selection.ClampBetween(input, low.ToDouble(), high.ToDouble(), null),
            ({ } low, { } high) => Selection.ClampBetweenTensors(input, ScalarTensor.Exactly(input, low), ScalarTensor.Exactly(input, high), null),
        };
    }
}
