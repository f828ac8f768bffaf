namespace DslTensors.Operators;

public static partial class Arithmetic
{
    /// <summary>1 divided by each element (PyTorch's <c>reciprocal</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise(RealOnly = true)]
    private static float Reciprocal(float input) => 1 / input;
}
