namespace DslTensors.Operators;

public static partial class Exponential
{
    /// <summary>The logarithm of the sum of both exponentials, without overflow (PyTorch's <c>logaddexp</c>).</summary>
    /// <param name="input">The first tensor.</param>
    /// <param name="other">The second tensor.</param>
    /// <returns>A tensor of the shape that the inputs broadcast to.</returns>
    [Elementwise]
    private static float Logaddexp(float input, float other) => input == other ? input + 0.69314718055994530942f : MathF.Max(input, other) + float.LogP1(MathF.Exp(-MathF.Abs(input - other)));

    [Gradient(nameof(Logaddexp), "input")]
    private static float LogaddexpInputSlope(float grad, float input, float other) => grad / (1 + MathF.Exp(other - input));

    [Gradient(nameof(Logaddexp), "other")]
    private static float LogaddexpOtherSlope(float grad, float input, float other) => grad / (1 + MathF.Exp(input - other));
}
