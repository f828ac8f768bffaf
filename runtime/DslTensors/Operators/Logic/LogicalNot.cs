namespace DslTensors.Operators;

public static partial class Logic
{
    /// <summary>Whether each element is 0 (PyTorch's <c>logical_not</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static bool LogicalNot(float input) => input == 0;
}
