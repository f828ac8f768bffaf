namespace DslTensors.Operators;

public static partial class Trigonometric
{
    /// <summary>The tangent of each element in radians (PyTorch's <c>tan</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Tan(float input) => MathF.Tan(input);
}
