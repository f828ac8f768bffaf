namespace DslTensors.Operators;

public static partial class Exponential
{
    /// <summary>The error function of each element (PyTorch's <c>erf</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Erf(float input) => ScalarMath.Erf(input);
}
