namespace DslTensors.Operators;

public static partial class Comparison
{
    /// <summary>Whether each element is positive infinity (PyTorch's <c>isposinf</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise(RealOnly = true)]
    private static bool Isposinf(float input) => input == float.PositiveInfinity;
}
