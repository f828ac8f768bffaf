namespace DslTensors.Operators;

public static partial class Comparison
{
    /// <summary>Whether each element of the first tensor is at most that of the second (PyTorch's <c>le</c>).</summary>
    /// <param name="input">The first tensor.</param>
    /// <param name="other">The second tensor, or a number.</param>
    [Elementwise(Symbol = "<=", Aliases = ["less_equal"])]
    private static bool Le(float input, float other) => input <= other;
}
