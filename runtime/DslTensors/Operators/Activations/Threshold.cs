namespace DslTensors.Operators;

public static partial class Activations
{
    /// <summary>Each element if it is greater than a number, otherwise another number (PyTorch's <c>threshold</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="threshold">What an element must exceed.</param>
    /// <param name="value">The result where it does not.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Threshold(float input, [Scalar] float threshold, [Scalar] float value) => input <= threshold ? value : input;
}
