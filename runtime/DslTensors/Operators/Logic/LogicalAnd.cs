namespace DslTensors.Operators;

public static partial class Logic
{
    /// <summary>Whether both elements of each pair are other than 0 (PyTorch's <c>logical_and</c>).</summary>
    /// <param name="input">The first tensor.</param>
    /// <param name="other">The second tensor, or a number.</param>
    /// <returns>A tensor of the shape that the inputs broadcast to.</returns>
    [Elementwise]
    private static bool LogicalAnd(float input, float other) => input != 0 && other != 0;
}
