namespace DslTensors.Operators;

public static partial class Arithmetic
{
    /// <summary>The square root of the sum of both squares, without overflow on the way (PyTorch's <c>hypot</c>).</summary>
    /// <param name="input">The first tensor.</param>
    /// <param name="other">The second tensor, or a number.</param>
    /// <returns>A tensor of the shape that the inputs broadcast to.</returns>
    [Elementwise(RealOnly = true)]
    private static float Hypot(float input, float other)
    {
        var greater = MathF.Max(MathF.Abs(input), MathF.Abs(other));
        var ratio = MathF.Min(MathF.Abs(input), MathF.Abs(other)) / greater;
        return greater == 0 || greater == float.PositiveInfinity ? greater : greater * MathF.Sqrt(1 + (ratio * ratio));
    }

    [Gradient(nameof(Hypot), "input")]
    private static float HypotInputSlope(float grad, float input, float result) => grad * (input / result);

    [Gradient(nameof(Hypot), "other")]
    private static float HypotOtherSlope(float grad, float other, float result) => grad * (other / result);
}
