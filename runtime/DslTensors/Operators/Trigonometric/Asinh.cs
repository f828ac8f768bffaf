namespace DslTensors.Operators;

public static partial class Trigonometric
{
    /// <summary>The inverse hyperbolic sine of each element (PyTorch's <c>asinh</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise(Aliases = ["arcsinh"])]
    private static float Asinh(float input) => MathF.Asinh(input);
}
