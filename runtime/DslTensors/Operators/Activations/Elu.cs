namespace DslTensors.Operators;

public static partial class Activations
{
    /// <summary>Each element if it is positive, otherwise alpha times its exponential less 1 (PyTorch's <c>elu</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="alpha">Minus the limit on the negative side.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Elu(float input, float alpha = 1) => input <= 0 ? alpha * float.ExpM1(input) : input;
}
