using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each element moved towards 0 by a number, or 0 where that would pass it (PyTorch's <c>softshrink</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="lambd">How far to move.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="TensorException"><paramref name="lambd"/> is negative.</exception>
[TensorOp("s... -> s...")]
public static partial class Softshrink
{
    private static Tensor<T> Compose<T>(Tensor<T> input, double lambd = 0.5)
        where T : unmanaged, IFloatingPointIeee754<T> => lambd >= 0
            ? Activations.SoftshrinkBy(input, lambd, null)
            : throw new TensorException($"lambda must be greater or equal to 0, but found to be {lambd}. softshrink: it is how far elements move towards 0.");
}
