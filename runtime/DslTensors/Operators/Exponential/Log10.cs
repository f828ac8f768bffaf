namespace DslTensors.Operators;

public static partial class Exponential
{
    /// <summary>The logarithm of each element to base 10 (PyTorch's <c>log10</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Log10(float input) => MathF.Log10(input);
}
