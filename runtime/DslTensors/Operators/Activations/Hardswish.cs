namespace DslTensors.Operators;

public static partial class Activations
{
    /// <summary>Each element times a straight-line logistic function (PyTorch's <c>hardswish</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Hardswish(float input) => input * MathF.Min(MathF.Max(input + 3, 0), 6) / 6;

    [Gradient(nameof(Hardswish), "input")]
    private static float HardswishSlope(float grad, float input) => input <= -3 ? 0 : input < 3 ? grad * ((input / 3) + 0.5f) : grad;
}
