namespace DslTensors.Operators;

public static partial class Exponential
{
    /// <summary>The logarithm of each element to base 2 (PyTorch's <c>log2</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Log2(float input) => MathF.Log2(input);
}
