namespace DslTensors.Operators;

public static partial class Trigonometric
{
    /// <summary>The hyperbolic sine of each element (PyTorch's <c>sinh</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Sinh(float input) => MathF.Sinh(input);
}
