namespace DslTensors.Operators;

public static partial class Comparison
{
    /// <summary>Whether each element is infinite (PyTorch's <c>isinf</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise(RealOnly = true)]
    private static bool Isinf(float input) => MathF.Abs(input) == float.PositiveInfinity;
}
