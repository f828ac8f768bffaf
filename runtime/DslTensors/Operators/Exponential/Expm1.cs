namespace DslTensors.Operators;

public static partial class Exponential
{
    /// <summary>The exponential of each element less 1, exact near 0 (PyTorch's <c>expm1</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Expm1(float input) => float.ExpM1(input);
}
