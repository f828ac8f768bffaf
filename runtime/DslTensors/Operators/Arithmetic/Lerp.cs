namespace DslTensors.Operators;

public static partial class Arithmetic
{
    /// <summary>Points on the lines from each element to another one (PyTorch's <c>lerp</c>).</summary>
    /// <param name="input">Where the lines begin.</param>
    /// <param name="end">Where they end.</param>
    /// <param name="weight">How far to go: 0 is the beginning, 1 the end.</param>
    /// <returns>A tensor of the shape that the inputs broadcast to.</returns>
    [Elementwise(RealOnly = true)]
    private static float Lerp(float input, float end, float weight) => MathF.Abs(weight) < 0.5f ? input + (weight * (end - input)) : end - ((end - input) * (1 - weight));

    [Gradient(nameof(Lerp), "input")]
    private static float LerpInputSlope(float grad, float weight) => grad * (1 - weight);

    [Gradient(nameof(Lerp), "end")]
    private static float LerpEndSlope(float grad, float weight) => grad * weight;

    [Gradient(nameof(Lerp), "weight")]
    private static float LerpWeightSlope(float grad, float input, float end) => grad * (end - input);
}
