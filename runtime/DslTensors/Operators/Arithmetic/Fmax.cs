namespace DslTensors.Operators;

public static partial class Arithmetic
{
    /// <summary>The greater of each pair of elements; the other one where one is NaN (PyTorch's <c>fmax</c>).</summary>
    /// <param name="input">The first tensor.</param>
    /// <param name="other">The second tensor.</param>
    /// <returns>A tensor of the shape that the inputs broadcast to.</returns>
    [Elementwise(RealOnly = true)]
    private static float Fmax(float input, float other) => float.IsNaN(input) ? other : float.IsNaN(other) ? input : MathF.Max(input, other);

    [Gradient(nameof(Fmax), "input")]
    private static float FmaxInputSlope(float grad, float input, float other) => input >= other || float.IsNaN(other) ? grad : 0;

    [Gradient(nameof(Fmax), "other")]
    private static float FmaxOtherSlope(float grad, float input, float other) => input >= other || float.IsNaN(other) ? 0 : grad;
}
