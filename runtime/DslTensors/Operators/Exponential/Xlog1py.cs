namespace DslTensors.Operators;

public static partial class Exponential
{
    /// <summary>Each element times the logarithm of 1 plus the other tensor's; 0 where it is 0 (PyTorch's <c>special.xlog1py</c>).</summary>
    /// <param name="input">The first tensor.</param>
    /// <param name="other">The second tensor, or a number.</param>
    /// <returns>A tensor of the shape that the inputs broadcast to.</returns>
    [Elementwise(RealOnly = true)]
    private static float Xlog1py(float input, float other) => float.IsNaN(other) ? other : input == 0 ? 0 : input * float.LogP1(other);

    [Gradient(nameof(Xlog1py), "input")]
    private static float Xlog1pyInputSlope(float grad, float input, float other) => input == 0 && other <= -1 ? 0 : grad * float.LogP1(other);

    [Gradient(nameof(Xlog1py), "other")]
    private static float Xlog1pyOtherSlope(float grad, float input, float other) => grad * input / (other + 1);
}
