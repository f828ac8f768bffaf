namespace DslTensors.Operators;

public static partial class Activations
{
    /// <summary>The hyperbolic tangent of each element (PyTorch's <c>tanh</c>).</summary>
    /// <param name="input">The tensor.</param>
    [Elementwise]
    private static float Tanh(float input) => MathF.Tanh(input);
}
