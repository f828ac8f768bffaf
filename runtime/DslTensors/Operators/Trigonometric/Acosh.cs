namespace DslTensors.Operators;

public static partial class Trigonometric
{
    /// <summary>The inverse hyperbolic cosine of each element (PyTorch's <c>acosh</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise(Aliases = ["arccosh"])]
    private static float Acosh(float input) => MathF.Acosh(input);
}
