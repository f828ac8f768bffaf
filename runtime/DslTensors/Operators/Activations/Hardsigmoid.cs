namespace DslTensors.Operators;

public static partial class Activations
{
    /// <summary>A straight-line logistic function of each element (PyTorch's <c>hardsigmoid</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Hardsigmoid(float input) => MathF.Min(MathF.Max(input + 3, 0), 6) / 6;

    [Gradient(nameof(Hardsigmoid), "input")]
    private static float HardsigmoidSlope(float grad, float input) => input > -3 && input < 3 ? grad / 6 : 0;
}
