using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each element times 2 to the power of the other tensor's (PyTorch's <c>ldexp</c>).</summary>
/// <param name="input">The factors.</param>
/// <param name="other">The exponents, or one for all.</param>
/// <returns>A tensor of the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", TakesNumbers = true, InPlace = true)]
public static partial class Ldexp
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> other)
        where T : unmanaged, IFloatingPointIeee754<T> => input * other.Exp2();
}
