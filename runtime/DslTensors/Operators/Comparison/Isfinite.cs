namespace DslTensors.Operators;

public static partial class Comparison
{
    /// <summary>Whether each element is neither infinite nor NaN (PyTorch's <c>isfinite</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise(RealOnly = true)]
    private static bool Isfinite(float input) => MathF.Abs(input) < float.PositiveInfinity;
}
