namespace DslTensors.Operators;

public static partial class Arithmetic
{
    /// <summary>The magnitude of each element (PyTorch's <c>abs</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise(Aliases = ["absolute"])]
    private static float Abs(float input) => MathF.Abs(input);

    [Gradient(nameof(Abs), "input")]
    private static float AbsSlope(float grad, float input) => input > 0 ? grad : input < 0 ? -grad : 0;
}
