namespace DslTensors.Operators;

public static partial class Exponential
{
    /// <summary>The natural logarithm of each element (PyTorch's <c>log</c>).</summary>
    /// <param name="input">The tensor.</param>
    [Elementwise]
    private static float Log(float input) => MathF.Log(input);
}
