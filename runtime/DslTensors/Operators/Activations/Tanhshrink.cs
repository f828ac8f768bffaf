namespace DslTensors.Operators;

public static partial class Activations
{
    /// <summary>Each element less its hyperbolic tangent (PyTorch's <c>tanhshrink</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Tanhshrink(float input) => input - MathF.Tanh(input);
}
