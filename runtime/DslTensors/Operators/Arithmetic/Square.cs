namespace DslTensors.Operators;

public static partial class Arithmetic
{
    /// <summary>The square of each element (PyTorch's <c>square</c>).</summary>
    /// <param name="input">The tensor.</param>
    [Elementwise]
    private static float Square(float input) => input * input;
}
