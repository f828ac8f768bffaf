namespace DslTensors.Operators;

public static partial class Arithmetic
{
    /// <summary>The magnitude of each element of the first tensor with the sign of the second's (PyTorch's <c>copysign</c>).</summary>
    /// <param name="input">The first tensor.</param>
    /// <param name="other">The second tensor, or a number.</param>
    /// <returns>A tensor of the shape that the inputs broadcast to.</returns>
    [Elementwise(RealOnly = true)]
    private static float Copysign(float input, float other) => MathF.CopySign(input, other);
}
