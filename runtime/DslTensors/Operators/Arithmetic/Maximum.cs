namespace DslTensors.Operators;

public static partial class Arithmetic
{
    /// <summary>The greater of each pair of elements; NaN if either is, and equal elements share the gradient (PyTorch's <c>maximum</c>).</summary>
    /// <param name="input">The first tensor.</param>
    /// <param name="other">The second tensor, or a number.</param>
    /// <returns>A tensor of the shape that the inputs broadcast to.</returns>
    [Elementwise]
    private static float Maximum(float input, float other) => MathF.Max(input, other);
}
