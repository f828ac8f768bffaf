namespace DslTensors.Operators;

public static partial class Trigonometric
{
    /// <summary>The arccosine of each element, in radians (PyTorch's <c>acos</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise(Aliases = ["arccos"])]
    private static float Acos(float input) => MathF.Acos(input);
}
