namespace DslTensors.Operators;

public static partial class Exponential
{
    /// <summary>The square root of each element (PyTorch's <c>sqrt</c>).</summary>
    /// <param name="input">The tensor.</param>
    [Elementwise]
    private static float Sqrt(float input) => MathF.Sqrt(input);
}
