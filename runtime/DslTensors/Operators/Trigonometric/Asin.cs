namespace DslTensors.Operators;

public static partial class Trigonometric
{
    /// <summary>The arcsine of each element, in radians (PyTorch's <c>asin</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise(Aliases = ["arcsin"])]
    private static float Asin(float input) => MathF.Asin(input);
}
