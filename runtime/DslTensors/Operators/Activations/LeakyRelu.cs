namespace DslTensors.Operators;

public static partial class Activations
{
    /// <summary>Each element if it is positive, otherwise the element times a small slope (PyTorch's <c>leaky_relu</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="negativeSlope">The slope on the negative side.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float LeakyRelu(float input, float negativeSlope = 0.01f) => input > 0 ? input : input * negativeSlope;
}
