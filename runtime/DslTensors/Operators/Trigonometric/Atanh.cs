namespace DslTensors.Operators;

public static partial class Trigonometric
{
    /// <summary>The inverse hyperbolic tangent of each element (PyTorch's <c>atanh</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise(Aliases = ["arctanh"])]
    private static float Atanh(float input) => MathF.Atanh(input);
}
