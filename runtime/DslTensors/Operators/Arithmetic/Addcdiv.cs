namespace DslTensors.Operators;

public static partial class Arithmetic
{
    /// <summary>Each element plus the quotient of two others, times a number (PyTorch's <c>addcdiv</c>).</summary>
    /// <param name="input">The first summand.</param>
    /// <param name="tensor1">The dividend.</param>
    /// <param name="tensor2">The divisor.</param>
    /// <param name="value">A factor of the quotient.</param>
    /// <returns>A tensor of the shape that the inputs broadcast to.</returns>
    [Elementwise(RealOnly = true)]
    private static float Addcdiv(float input, float tensor1, float tensor2, float value = 1) => input + (value * tensor1 / tensor2);
}
