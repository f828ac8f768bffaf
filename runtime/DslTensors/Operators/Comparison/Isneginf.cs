namespace DslTensors.Operators;

public static partial class Comparison
{
    /// <summary>Whether each element is negative infinity (PyTorch's <c>isneginf</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise(RealOnly = true)]
    private static bool Isneginf(float input) => input == float.NegativeInfinity;
}
