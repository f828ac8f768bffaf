namespace DslTensors.Operators;

public static partial class Exponential
{
    /// <summary>The binary logarithm of the sum of both powers of 2, without overflow (PyTorch's <c>logaddexp2</c>).</summary>
    /// <param name="input">The first tensor.</param>
    /// <param name="other">The second tensor.</param>
    /// <returns>A tensor of the shape that the inputs broadcast to.</returns>
    [Elementwise]
    private static float Logaddexp2(float input, float other) => input == other ? input + 1 : MathF.Max(input, other) + (float.LogP1(float.Exp2(-MathF.Abs(input - other))) * 1.4426950408889634074f);

    [Gradient(nameof(Logaddexp2), "input")]
    private static float Logaddexp2InputSlope(float grad, float input, float other) => grad / (1 + float.Exp2(other - input));

    [Gradient(nameof(Logaddexp2), "other")]
    private static float Logaddexp2OtherSlope(float grad, float input, float other) => grad / (1 + float.Exp2(input - other));
}
