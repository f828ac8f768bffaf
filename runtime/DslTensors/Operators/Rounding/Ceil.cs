namespace DslTensors.Operators;

public static partial class Rounding
{
    /// <summary>The least integer that is not less than each element (PyTorch's <c>ceil</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Ceil(float input) => MathF.Ceiling(input);
}
