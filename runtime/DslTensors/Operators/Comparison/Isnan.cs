namespace DslTensors.Operators;

public static partial class Comparison
{
    /// <summary>Whether each element is NaN (PyTorch's <c>isnan</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static bool Isnan(float input) => float.IsNaN(input);
}
