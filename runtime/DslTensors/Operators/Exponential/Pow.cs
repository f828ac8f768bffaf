namespace DslTensors.Operators;

public static partial class Exponential
{
    /// <summary>Each element to the power of another (PyTorch's <c>pow</c>).</summary>
    /// <param name="input">The bases.</param>
    /// <param name="exponent">The exponents, or a number.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Pow(float input, float exponent) => MathF.Pow(input, exponent);
}
