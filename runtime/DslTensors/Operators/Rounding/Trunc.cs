namespace DslTensors.Operators;

public static partial class Rounding
{
    /// <summary>The integer part of each element (PyTorch's <c>trunc</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise(Aliases = ["fix"])]
    private static float Trunc(float input) => MathF.Truncate(input);
}
