namespace DslTensors.Operators;

public static partial class Exponential
{
    /// <summary>2 to the power of each element (PyTorch's <c>exp2</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Exp2(float input) => float.Exp2(input);
}
