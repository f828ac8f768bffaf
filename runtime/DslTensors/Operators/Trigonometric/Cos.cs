namespace DslTensors.Operators;

public static partial class Trigonometric
{
    /// <summary>The cosine of each element in radians (PyTorch's <c>cos</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Cos(float input) => MathF.Cos(input);
}
