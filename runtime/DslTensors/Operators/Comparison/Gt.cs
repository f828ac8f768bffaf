namespace DslTensors.Operators;

public static partial class Comparison
{
    /// <summary>Whether each element of the first tensor is greater than that of the second (PyTorch's <c>gt</c>).</summary>
    /// <param name="input">The first tensor.</param>
    /// <param name="other">The second tensor, or a number.</param>
    [Elementwise(Symbol = ">", Aliases = ["greater"])]
    private static bool Gt(float input, float other) => input > other;
}
