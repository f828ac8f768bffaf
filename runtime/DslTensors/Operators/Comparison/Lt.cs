namespace DslTensors.Operators;

public static partial class Comparison
{
    /// <summary>Whether each element of the first tensor is less than that of the second (PyTorch's <c>lt</c>).</summary>
    /// <param name="input">The first tensor.</param>
    /// <param name="other">The second tensor, or a number.</param>
    [Elementwise(Symbol = "<", Aliases = ["less"])]
    private static bool Lt(float input, float other) => input < other;
}
