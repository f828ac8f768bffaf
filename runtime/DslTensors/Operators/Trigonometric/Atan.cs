namespace DslTensors.Operators;

public static partial class Trigonometric
{
    /// <summary>The arctangent of each element, in radians (PyTorch's <c>atan</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise(Aliases = ["arctan"])]
    private static float Atan(float input) => MathF.Atan(input);
}
