namespace DslTensors.Operators;

public static partial class Trigonometric
{
    /// <summary>The hyperbolic cosine of each element (PyTorch's <c>cosh</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Cosh(float input) => MathF.Cosh(input);
}
