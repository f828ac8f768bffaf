namespace DslTensors.Operators;

public static partial class Exponential
{
    /// <summary>The natural logarithm of 1 plus each element, exact near 0 (PyTorch's <c>log1p</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Log1p(float input) => float.LogP1(input);
}
