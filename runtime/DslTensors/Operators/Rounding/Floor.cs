namespace DslTensors.Operators;

public static partial class Rounding
{
    /// <summary>The greatest integer that is not greater than each element (PyTorch's <c>floor</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Floor(float input) => MathF.Floor(input);
}
