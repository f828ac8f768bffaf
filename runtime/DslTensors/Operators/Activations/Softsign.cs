namespace DslTensors.Operators;

public static partial class Activations
{
    /// <summary>Each element divided by 1 plus its magnitude (PyTorch's <c>softsign</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise(RealOnly = true)]
    private static float Softsign(float input) => input / (1 + MathF.Abs(input));
}
