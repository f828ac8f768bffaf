namespace DslTensors.Operators;

public static partial class Arithmetic
{
    /// <summary>The difference of each pair of elements (PyTorch's <c>sub</c>).</summary>
    /// <param name="input">What is subtracted from.</param>
    /// <param name="other">What is subtracted, or a number.</param>
    [Elementwise(Symbol = "-", Aliases = ["subtract"])]
    private static float Sub(float input, float other) => input - other;
}
