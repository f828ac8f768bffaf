using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each element, or a number where that is greater (PyTorch's <c>clamp_min</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="min">The least result.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="TensorException">The bound of integers has a fraction or is too large.</exception>
[TensorOp("s... -> s...", InPlace = true)]
public static partial class ClampMin
{
    // A bound of integers is compared as an integer: beyond 2^53 a double would be another number.
    private static Tensor<T> Compose<T>(Tensor<T> input, Scalar min)
        where T : unmanaged, INumber<T> => input.DType.IsFloatingPoint()
            ? Selection.ClampAbove(input, min.ToDouble(), null)
            : Arithmetic.Maximum(input, ScalarTensor.Exactly(input, min), null);
}
