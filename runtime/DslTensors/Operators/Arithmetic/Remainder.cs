namespace DslTensors.Operators;

public static partial class Arithmetic
{
    /// <summary>The remainder of each quotient rounded down, with the sign of the divisor (PyTorch's <c>remainder</c>, Python's <c>%</c>).</summary>
    /// <param name="input">The dividend.</param>
    /// <param name="other">The divisor, or a number.</param>
    /// <returns>A tensor of the shape that the inputs broadcast to.</returns>
    [Elementwise(Symbol = "%")]
    private static float Remainder(float input, float other)
    {
        var rest = input % other;
        return (rest > 0 && other < 0) || (rest < 0 && other > 0) ? rest + other : rest;
    }
}
