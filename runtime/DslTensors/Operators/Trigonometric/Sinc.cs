namespace DslTensors.Operators;

public static partial class Trigonometric
{
    /// <summary>The sine of pi times each element, divided by that; 1 at 0 (PyTorch's <c>sinc</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Sinc(float input) => input == 0 ? 1 : MathF.Sin(3.1415926535897932385f * input) / (3.1415926535897932385f * input);

    [Gradient(nameof(Sinc), "input")]
    private static float SincSlope(float grad, float input) => input == 0
        ? 0
        : grad * ((3.1415926535897932385f * input * MathF.Cos(3.1415926535897932385f * input)) - MathF.Sin(3.1415926535897932385f * input)) / (3.1415926535897932385f * input * input);
}
