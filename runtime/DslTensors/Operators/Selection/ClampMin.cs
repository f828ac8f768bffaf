namespace DslTensors.Operators;

public static partial class Selection
{
    /// <summary>Each element, or a number where that is greater (PyTorch's <c>clamp_min</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="min">The least result.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float ClampMin(float input, [Scalar] float min) => MathF.Max(input, min);

    [Gradient(nameof(ClampMin), "input")]
    private static float ClampMinSlope(float grad, float input, float min) => input >= min ? grad : 0;
}
