namespace DslTensors.Operators;

public static partial class Trigonometric
{
    /// <summary>The sine of each element in radians (PyTorch's <c>sin</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Sin(float input) => MathF.Sin(input);
}
