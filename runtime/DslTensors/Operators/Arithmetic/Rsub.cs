namespace DslTensors.Operators;

public static partial class Arithmetic
{
    /// <summary>What remains of the other tensor when this one is taken from it (PyTorch's <c>rsub</c>).</summary>
    /// <param name="input">What is subtracted.</param>
    /// <param name="other">What it is subtracted from.</param>
    /// <param name="alpha">A factor of <paramref name="input"/>.</param>
    /// <returns>A tensor of the shape that the inputs broadcast to.</returns>
    [Elementwise]
    private static float Rsub(float input, float other, float alpha = 1) => other - (alpha * input);
}
