namespace DslTensors.Operators;

public static partial class Rounding
{
    /// <summary>The part of each element after the point, with its sign (PyTorch's <c>frac</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise(RealOnly = true)]
    private static float Frac(float input) => input - MathF.Truncate(input);
}
