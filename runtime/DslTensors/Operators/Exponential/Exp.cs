namespace DslTensors.Operators;

public static partial class Exponential
{
    /// <summary>The exponential of each element (PyTorch's <c>exp</c>).</summary>
    /// <param name="input">The tensor.</param>
    [Elementwise]
    private static float Exp(float input) => MathF.Exp(input);
}
