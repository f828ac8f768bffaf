namespace DslTensors.Operators;

public static partial class Activations
{
    /// <summary>Each element, or 0 where its magnitude is small (PyTorch's <c>hardshrink</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="lambd">The greatest magnitude that becomes 0.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise(RealOnly = true)]
    private static float Hardshrink(float input, float lambd = 0.5f) => input >= -lambd && input <= lambd ? 0 : input;
}
