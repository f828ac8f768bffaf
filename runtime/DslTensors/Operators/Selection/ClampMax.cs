using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each element, or a number where that is less (PyTorch's <c>clamp_max</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="max">The greatest result.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="TensorException">The bound of integers has a fraction or is too large.</exception>
[TensorOp("s... -> s...", InPlace = true)]
public static partial class ClampMax
{
    // A bound of integers is compared as an integer: beyond 2^53 a double would be another number.
    private static Tensor<T> Compose<T>(Tensor<T> input, Scalar max)
        where T : unmanaged, INumber<T> => input.DType.IsFloatingPoint()
            ? Selection.ClampBelow(input, max.ToDouble(), null)
            : Arithmetic.Minimum(input, ScalarTensor.Exactly(input, max), null);
}
