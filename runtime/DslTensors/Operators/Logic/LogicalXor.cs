namespace DslTensors.Operators;

public static partial class Logic
{
    /// <summary>Whether exactly one element of each pair is other than 0 (PyTorch's <c>logical_xor</c>).</summary>
    /// <param name="input">The first tensor.</param>
    /// <param name="other">The second tensor, or a number.</param>
    /// <returns>A tensor of the shape that the inputs broadcast to.</returns>
    [Elementwise]
    private static bool LogicalXor(float input, float other) => (input != 0 && other == 0) || (input == 0 && other != 0);
}
