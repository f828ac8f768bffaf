namespace DslTensors.Operators;

public static partial class Activations
{
    /// <summary>Each element times its logistic function (PyTorch's <c>silu</c>).</summary>
    /// <param name="input">The tensor.</param>
    [Elementwise]
    private static float Silu(float input) => input / (1 + MathF.Exp(-input));
}
