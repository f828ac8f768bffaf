namespace DslTensors.Operators;

public static partial class Arithmetic
{
    /// <summary>The remainder of each truncated quotient, with the sign of the dividend (PyTorch's <c>fmod</c>).</summary>
    /// <param name="input">The dividend.</param>
    /// <param name="other">The divisor, or a number.</param>
    /// <returns>A tensor of the shape that the inputs broadcast to.</returns>
    [Elementwise]
    private static float Fmod(float input, float other) => input % other;
}
