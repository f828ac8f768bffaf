namespace DslTensors.Operators;

public static partial class Activations
{
    /// <summary>The logarithm of the logistic function of each element (PyTorch's <c>logsigmoid</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Logsigmoid(float input) => MathF.Min(input, 0) - float.LogP1(MathF.Exp(-MathF.Abs(input)));
}
