namespace DslTensors.Operators;

public static partial class Arithmetic
{
    /// <summary>The lesser of each pair of elements; NaN if either is, and equal elements share the gradient (PyTorch's <c>minimum</c>).</summary>
    /// <param name="input">The first tensor.</param>
    /// <param name="other">The second tensor, or a number.</param>
    /// <returns>A tensor of the shape that the inputs broadcast to.</returns>
    [Elementwise]
    private static float Minimum(float input, float other) => MathF.Min(input, other);
}
