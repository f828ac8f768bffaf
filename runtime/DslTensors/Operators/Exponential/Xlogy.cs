namespace DslTensors.Operators;

public static partial class Exponential
{
    /// <summary>Each element times the logarithm of the other tensor's; 0 where it is 0, also times the logarithm of 0 (PyTorch's <c>xlogy</c>).</summary>
    /// <param name="input">The first tensor.</param>
    /// <param name="other">The second tensor, or a number.</param>
    /// <returns>A tensor of the shape that the inputs broadcast to.</returns>
    [Elementwise(RealOnly = true)]
    private static float Xlogy(float input, float other) => float.IsNaN(other) ? other : input == 0 ? 0 : input * MathF.Log(other);

    [Gradient(nameof(Xlogy), "input")]
    private static float XlogyInputSlope(float grad, float input, float other) => input == 0 && other <= 0 ? 0 : grad * MathF.Log(other);

    [Gradient(nameof(Xlogy), "other")]
    private static float XlogyOtherSlope(float grad, float input, float other) => grad * input / other;
}
