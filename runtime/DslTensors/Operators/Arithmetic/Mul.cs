namespace DslTensors.Operators;

public static partial class Arithmetic
{
    /// <summary>The product of each pair of elements (PyTorch's <c>mul</c>).</summary>
    /// <param name="input">The first factor.</param>
    /// <param name="other">The second factor, or a number.</param>
    [Elementwise(Symbol = "*", Aliases = ["multiply"])]
    private static float Mul(float input, float other) => input * other;
}
