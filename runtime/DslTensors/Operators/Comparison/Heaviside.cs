namespace DslTensors.Operators;

public static partial class Comparison
{
    /// <summary>0 for each negative element, 1 for each positive one, and the other tensor's where it is 0 (PyTorch's <c>heaviside</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="values">The results where <paramref name="input"/> is 0.</param>
    /// <returns>A tensor of the shape that the inputs broadcast to.</returns>
    [Elementwise(NonDifferentiable = true)]
    private static float Heaviside(float input, float values) => input == 0 ? values : input > 0 ? 1 : 0;
}
