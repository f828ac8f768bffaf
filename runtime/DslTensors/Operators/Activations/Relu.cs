namespace DslTensors.Operators;

public static partial class Activations
{
    /// <summary>Each element if it is positive, otherwise 0; NaN stays (PyTorch's <c>relu</c>).</summary>
    /// <param name="input">The tensor.</param>
    [Elementwise]
    private static float Relu(float input) => input <= 0 ? 0 : input;
}
