namespace DslTensors.Operators;

public static partial class Arithmetic
{
    /// <summary>The lesser of each pair of elements; the other one where one is NaN (PyTorch's <c>fmin</c>).</summary>
    /// <param name="input">The first tensor.</param>
    /// <param name="other">The second tensor.</param>
    /// <returns>A tensor of the shape that the inputs broadcast to.</returns>
    [Elementwise(RealOnly = true)]
    private static float Fmin(float input, float other) => float.IsNaN(input) ? other : float.IsNaN(other) ? input : MathF.Min(input, other);

    [Gradient(nameof(Fmin), "input")]
    private static float FminInputSlope(float grad, float input, float other) => input <= other || float.IsNaN(other) ? grad : 0;

    [Gradient(nameof(Fmin), "other")]
    private static float FminOtherSlope(float grad, float input, float other) => input <= other || float.IsNaN(other) ? 0 : grad;
}
