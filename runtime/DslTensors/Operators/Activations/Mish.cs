namespace DslTensors.Operators;

public static partial class Activations
{
    /// <summary>Each element times the hyperbolic tangent of its softplus (PyTorch's <c>mish</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Mish(float input) => input * MathF.Tanh(MathF.Max(input, 0) + float.LogP1(MathF.Exp(-MathF.Abs(input))));
}
