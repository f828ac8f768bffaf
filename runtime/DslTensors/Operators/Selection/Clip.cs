using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each element limited to a range; where the bounds cross, the upper one holds (PyTorch's <c>clip</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="min">The least result; by default there is none.</param>
/// <param name="max">The greatest result; by default there is none.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="TensorException">Both bounds are missing, or a bound of integers has a fraction.</exception>
[TensorOp("s... -> s...", InPlace = true)]
public static partial class Clip
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Scalar? min = null, Scalar? max = null)
        where T : unmanaged, INumber<T> => input.Clamp(min, max);
}
