namespace DslTensors.Operators;

public static partial class Activations
{
    /// <summary>The logistic function of each element (PyTorch's <c>sigmoid</c>).</summary>
    /// <param name="input">The tensor.</param>
    [Elementwise(Aliases = ["expit"])]
    private static float Sigmoid(float input) => 1 / (1 + MathF.Exp(-input));
}
