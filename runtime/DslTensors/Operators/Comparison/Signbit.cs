namespace DslTensors.Operators;

public static partial class Comparison
{
    /// <summary>Whether each element is negative, -0 among them (PyTorch's <c>signbit</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise(RealOnly = true)]
    private static bool Signbit(float input) => MathF.CopySign(1, input) < 0;
}
