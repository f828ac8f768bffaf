namespace DslTensors.Operators;

public static partial class Arithmetic
{
    /// <summary>The quotient of each pair of elements (PyTorch's <c>div</c>).</summary>
    /// <param name="input">The dividend.</param>
    /// <param name="other">The divisor, or a number.</param>
    [Elementwise(Symbol = "/", RealOnly = true, Aliases = ["divide", "true_divide"])]
    private static float Div(float input, float other) => input / other;
}
