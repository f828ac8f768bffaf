namespace DslTensors.Operators;

public static partial class Exponential
{
    /// <summary>1 divided by the square root of each element (PyTorch's <c>rsqrt</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Rsqrt(float input) => 1 / MathF.Sqrt(input);
}
