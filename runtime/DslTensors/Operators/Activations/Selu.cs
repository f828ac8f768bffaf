namespace DslTensors.Operators;

public static partial class Activations
{
    /// <summary>The scaled exponential linear unit, which keeps mean 0 and variance 1 from layer to layer (PyTorch's <c>selu</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Selu(float input) => input <= 0 ? 1.7580993408473768f * float.ExpM1(input) : 1.0507009873554804934f * input;
}
