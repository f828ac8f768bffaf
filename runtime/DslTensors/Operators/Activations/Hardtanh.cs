namespace DslTensors.Operators;

public static partial class Activations
{
    /// <summary>Each element limited to a range; at its ends the gradient is 0 (PyTorch's <c>hardtanh</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="minVal">The least result.</param>
    /// <param name="maxVal">The greatest result.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise(RealOnly = true)]
    private static float Hardtanh(float input, float minVal = -1, float maxVal = 1) => input <= minVal ? minVal : input >= maxVal ? maxVal : input;
}
