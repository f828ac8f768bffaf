namespace DslTensors.Operators;

public static partial class Arithmetic
{
    /// <summary>The sum of each pair of elements (PyTorch's <c>add</c>).</summary>
    /// <param name="input">The first summand.</param>
    /// <param name="other">The second summand, or a number.</param>
    [Elementwise(Symbol = "+")]
    private static float Add(float input, float other) => input + other;
}
