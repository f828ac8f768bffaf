namespace DslTensors.Operators;

public static partial class Arithmetic
{
    /// <summary>Each element plus the product of two others, times a number (PyTorch's <c>addcmul</c>).</summary>
    /// <param name="input">The first summand.</param>
    /// <param name="tensor1">The first factor.</param>
    /// <param name="tensor2">The second factor.</param>
    /// <param name="value">A factor of the product.</param>
    /// <returns>A tensor of the shape that the inputs broadcast to.</returns>
    [Elementwise]
    private static float Addcmul(float input, float tensor1, float tensor2, float value = 1) => input + (value * tensor1 * tensor2);
}
