namespace DslTensors.Operators;

public static partial class Rounding
{
    /// <summary>The integer nearest to each element, the even one of two (PyTorch's <c>round</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Round(float input) => MathF.Round(input);
}
