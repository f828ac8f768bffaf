namespace DslTensors.Operators;

public static partial class Activations
{
    /// <summary>Each element limited to the range from 0 to 6 (PyTorch's <c>relu6</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Relu6(float input) => input <= 0 ? 0 : input >= 6 ? 6 : input;
}
