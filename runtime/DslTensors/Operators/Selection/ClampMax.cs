namespace DslTensors.Operators;

public static partial class Selection
{
    /// <summary>Each element, or a number where that is less (PyTorch's <c>clamp_max</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="max">The greatest result.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float ClampMax(float input, [Scalar] float max) => MathF.Min(input, max);

    [Gradient(nameof(ClampMax), "input")]
    private static float ClampMaxSlope(float grad, float input, float max) => input <= max ? grad : 0;
}
