namespace DslTensors.Operators;

public static partial class Activations
{
    /// <summary>Each element limited to a range; at its ends the gradient is 0 (PyTorch's <c>hardtanh</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="minVal">The least result.</param>
    /// <param name="maxVal">The greatest result.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise(RealOnly = true)]
    private static float Hardtanh(float input, float minVal = -1, float maxVal = 1) => MathF.Min(MathF.Max(input, minVal), maxVal);

    [Gradient(nameof(Hardtanh), "input")]
    private static float HardtanhSlope(float grad, float input, float minVal, float maxVal) => input <= minVal || input >= maxVal ? 0 : grad;
}
