namespace DslTensors.Operators;

public static partial class Activations
{
    /// <summary>The logarithm of 1 plus the exponential of each element, a smooth relu (PyTorch's <c>softplus</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="beta">How sharp the bend is.</param>
    /// <param name="threshold">Above it, times beta, an element is returned as it is.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Softplus(float input, float beta = 1, float threshold = 20) => input * beta > threshold ? input : float.LogP1(MathF.Exp(input * beta)) / beta;
}
