namespace DslTensors.Operators;

public static partial class Comparison
{
    /// <summary>Whether each element of the first tensor is at least that of the second (PyTorch's <c>ge</c>).</summary>
    /// <param name="input">The first tensor.</param>
    /// <param name="other">The second tensor, or a number.</param>
    [Elementwise(Symbol = ">=", Aliases = ["greater_equal"])]
    private static bool Ge(float input, float other) => input >= other;
}
