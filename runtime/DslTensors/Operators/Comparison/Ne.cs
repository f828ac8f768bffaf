namespace DslTensors.Operators;

public static partial class Comparison
{
    /// <summary>Whether each element of the first tensor differs from that of the second (PyTorch's <c>ne</c>).</summary>
    /// <param name="input">The first tensor.</param>
    /// <param name="other">The second tensor, or a number.</param>
    [Elementwise(Aliases = ["not_equal"])]
    private static bool Ne(float input, float other) => input != other;
}
